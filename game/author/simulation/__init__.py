"""What many readings tell, for the author to read: as text, as data, and as one page of HTML that needs nothing else.

A ``Report`` is what all three are made from: the story, the tallies of its readers, and what was asked.
"""
