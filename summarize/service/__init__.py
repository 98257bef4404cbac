"""The program as a local service: ``summarize serve``.

``libre`` speaks the interface of LibreTranslate, ``own`` that of this program; both read what is
asked in ``asked``, turn it into articles by ``documents``, and hand these to the one ``worker``
that holds the models. ``guard`` decides who may ask, ``app`` puts all together.
"""
