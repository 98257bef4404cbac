"""What runs a model: knows devices and batches, and nothing of languages."""
