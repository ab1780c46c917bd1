"""A session to keep or to show: as a book in Markdown or HTML, as a recording of its replay, as data, the papers alone.

All of it is text made of the same pages that every face draws; nothing in it is fetched or run.
"""
