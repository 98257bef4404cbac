import pytest

from training.adapter.figures import copied


@pytest.mark.parametrize(
    ("source", "target", "learned"),
    [
        ("60,000 riel", "60.000 រៀល", "60,000 រៀល"),
        ("60,000 riel", "60 000 រៀល", "60,000 រៀល"),
        ("4,500 men", "4500 នាក់", "4,500 នាក់"),
        ("1,250,000 riel", "1.250.000 រៀល", "1,250,000 រៀល"),
        ("3.2 percent", "3,2 ភាគរយ", "3.2 ភាគរយ"),
        ("1,234.5 tonnes", "1.234,5 តោន", "1,234.5 តោន"),
        ("from 3 to 5 in 2019", "ពី 3 ទៅ 5 ក្នុងឆ្នាំ2019", "ពី 3 ទៅ 5 ក្នុងឆ្នាំ2019"),
        ("in 2019, 300 men", "ឆ្នាំ2019 300 នាក់", "ឆ្នាំ2019 300 នាក់"),
        ("at 9.40 pm", "ម៉ោង 9 និង 40 នាទី", "ម៉ោង 9 និង 40 នាទី"),
        ("a third", "មួយភាគ 3", "មួយភាគ 3"),
    ],
)
def test_numbers_are_spelt_as_in_the_source(source: str, target: str, learned: str) -> None:
    assert copied(source, target) == learned
