"""Models on this machine: finding, fetching, converting and keeping them."""
