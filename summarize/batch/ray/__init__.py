"""Batches on a Ray cluster: the pipeline stays in the driver, its models run in actor pools.

The driver reads, asks the cache, checks and writes, as on one machine; only what a model is asked
travels. A list that would go to a model at once does so here too, and lists are made up in the same
order, so that results are those of one machine to the byte, on machines that compute alike.
"""
