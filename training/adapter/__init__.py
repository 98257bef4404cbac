"""The English-Khmer adapter: data, training, measuring."""
