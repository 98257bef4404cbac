"""What the servers of the program share: the names they answer to, bounds, headers, how they run.

The review page (:mod:`summarize.review.web`) and the service (:mod:`summarize.service`) use them.
"""
