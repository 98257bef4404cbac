"""From drafts to publishable Khmer: states, history, translation memory, exchange, a local page."""
