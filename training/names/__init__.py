"""What made ``summarize/names/spelling/data/model.npz``: see training/README.md."""
