"""Feeds and sitemaps: what they list, fetched politely, each story known by link and by text."""
