"""The local page on which translators review drafts: ``summarize review serve``.

``security`` decides who may ask, ``pages`` and ``api`` answer, ``serve`` runs both. All texts reach
the browser escaped, in templates, or as JSON that the scripts show as text.
"""
