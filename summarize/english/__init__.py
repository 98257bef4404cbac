"""What the checks need to know of English: names, their other forms, dates, quotations, words."""
