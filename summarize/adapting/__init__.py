"""What a desk has approved goes into the weights of its translator: trained, weighed, swapped in.

PyTorch and Transformers are imported only by the modules that train: ``loop``, ``precision``,
``network``, ``lora``, ``batches``, ``task`` and ``train``.
"""
