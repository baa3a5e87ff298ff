import unittest

from race.figures import Spread, percentile


class Percentiles(unittest.TestCase):
    def test_half_of_the_values_do_not_exceed_the_middle_one(self) -> None:
        self.assertEqual(3, percentile([5, 1, 3, 2, 4], 0.5))

    def test_of_an_even_number_it_is_the_lower_of_the_two_in_the_middle(self) -> None:
        self.assertEqual(2, percentile([4, 3, 2, 1], 0.5))

    def test_one_in_a_hundred_exceeds_the_99th(self) -> None:
        self.assertEqual(99, percentile(range(1, 101), 0.99))

    def test_the_99th_of_a_few_is_the_largest(self) -> None:
        self.assertEqual(7, percentile([7, 1], 0.99))

    def test_the_least_and_the_most_are_values_too(self) -> None:
        self.assertEqual((1, 3), (percentile([3, 1, 2], 0), percentile([3, 1, 2], 1)))

    def test_nothing_has_none(self) -> None:
        with self.assertRaises(ValueError):
            percentile([], 0.5)


class Spreads(unittest.TestCase):
    def test_keeps_the_median_the_least_and_the_most_of_the_rounds(self) -> None:
        self.assertEqual(Spread(median=2, least=1, most=9), Spread.of([9, 1, 2]))

    def test_compares_medians(self) -> None:
        self.assertEqual(0.5, Spread.of([1, 2, 3]).ratio(Spread.of([4, 4, 90])))

    def test_nothing_is_no_multiple_of_nothing(self) -> None:
        self.assertIsNone(Spread.of([1]).ratio(Spread.of([0])))


if __name__ == "__main__":
    unittest.main()
