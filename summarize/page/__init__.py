"""A page of text: its lines, what of it is furniture, and the words that tell."""
