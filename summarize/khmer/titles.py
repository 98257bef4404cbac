"""What Khmer puts before the names of people."""

from typing import Final

TITLES: Final = (
    *("សម្តេច", "លោកជំទាវ", "លោកស្រី", "លោក", "អ្នកស្រី"),
    *("ឯកឧត្តម", "ឧកញ៉ា", "អ្នកនាង", "កញ្ញា"),
)
"""What Khmer puts before the name of a person; the longer before those that begin like them."""
