//! Dates keep their precision through reading, order and words.

use fixtures::{WORDS, any_date, date, day};
use proptest::prelude::*;
use story::date::{Date, Day, Precision};

#[test]
fn a_date_is_read_with_the_precision_it_was_written_with() {
    let cases = [
        (
            "2013-11-02",
            "2013-11-02",
            "2013-11-02",
            Precision::Day,
            false,
        ),
        (
            "2013-11",
            "2013-11-01",
            "2013-11-30",
            Precision::Month,
            false,
        ),
        (
            "2012-02",
            "2012-02-01",
            "2012-02-29",
            Precision::Month,
            false,
        ),
        (
            "2013-12",
            "2013-12-01",
            "2013-12-31",
            Precision::Month,
            false,
        ),
        ("2013", "2013-01-01", "2013-12-31", Precision::Year, false),
        (
            "2012-06~",
            "2012-06-01",
            "2012-06-30",
            Precision::Month,
            true,
        ),
        ("2016~", "2016-01-01", "2016-12-31", Precision::Year, true),
        (
            "1990/1999",
            "1990-01-01",
            "1999-12-31",
            Precision::Range,
            false,
        ),
        (
            "2012-06/2012-08",
            "2012-06-01",
            "2012-08-31",
            Precision::Range,
            false,
        ),
        (
            "2013~/2014-02",
            "2013-01-01",
            "2014-02-28",
            Precision::Range,
            true,
        ),
        (
            "2013-11-02/2013-11-02",
            "2013-11-02",
            "2013-11-02",
            Precision::Range,
            false,
        ),
    ];
    for (text, start, end, precision, approximate) in cases {
        let expected = Date {
            start: day(start),
            end: day(end),
            precision,
            approximate,
        };
        assert_eq!(date(text), expected, "{text}");
    }
}

#[test]
fn what_is_not_a_date_is_refused_with_a_sentence() {
    let cases = [
        ("", "is not a date"),
        ("soon", "is not a date"),
        ("2013-1", "is not a date"),
        ("13-01-01", "is not a date"),
        ("2013-01-01-01", "is not a date"),
        ("2013-", "is not a date"),
        ("-2013", "is not a date"),
        ("+201", "is not a date"),
        ("2013~~", "is not a date"),
        ("２０１３", "is not a date"),
        ("2013/", "is not a date"),
        ("2013/2014/2015", "is not a date"),
        ("2013-13", "is not in the calendar"),
        ("2013-00", "is not in the calendar"),
        ("2013-02-29", "is not in the calendar"),
        ("2013-04-31", "is not in the calendar"),
        ("2013-04-00", "is not in the calendar"),
        ("2014/2013", "runs backwards"),
        ("2013-05/2013-04", "runs backwards"),
    ];
    for (text, reason) in cases {
        let error = Date::parse(text).expect_err(text).to_string();
        assert!(error.contains(reason), "{text}: {error}");
    }
}

#[test]
fn the_words_are_no_finer_than_the_date() {
    let cases = [
        ("2013-11-02", "2 November 2013"),
        ("2013-07", "July 2013"),
        ("2016", "2016"),
        ("2016~", "about 2016"),
        ("2012-06~", "about June 2012"),
        ("2013-11-02~", "about 2 November 2013"),
        ("1990/1999", "1990 to 1999"),
        ("1904/1905", "1904 to 1905"),
        ("2013/2013", "2013"),
        ("2012-06/2012-08", "June to August 2012"),
        ("2012-06/2012-06", "June 2012"),
        ("2012-06/2013-08", "June 2012 to August 2013"),
        ("2013/2014-02", "2013 to February 2014"),
        ("2012-06/2013", "June 2012 to 2013"),
        ("2013-11-02/2013-11-05", "2 to 5 November 2013"),
        ("2013-11-02/2013-11-02", "2 November 2013"),
        (
            "2013-11-28/2013-12-03",
            "28 November 2013 to 3 December 2013",
        ),
        ("2013~/2014", "about 2013 to 2014"),
    ];
    for (text, words) in cases {
        assert_eq!(date(text).label(&WORDS), words, "{text}");
    }
}

#[test]
fn a_day_is_named_as_coarsely_as_asked() {
    let on = day("2013-11-02");
    assert_eq!(on.label(&WORDS), "2 November 2013");
    assert_eq!(on.month_label(&WORDS), "November 2013");
    assert_eq!(on.year_label(), "2013");
    assert_eq!(on.iso(), "2013-11-02");
    assert_eq!(Day::from_ymd(5, 3, 9).iso(), "0005-03-09");
    assert_eq!(Day::from_ymd(-44, 3, 15).label(&WORDS), "15 March -44");
}

#[test]
fn dates_stand_in_the_order_of_time_the_finer_before_the_coarser() {
    let in_order = [
        "1904/1905",
        "1945",
        "1945/2016",
        "2013-01-01",
        "2013-01",
        "2013",
        "2013~",
        "2013/2014-02",
        "2013-07",
        "2013-07-16",
    ];
    for pair in in_order.windows(2) {
        assert!(
            date(pair[0]).order_key() < date(pair[1]).order_key(),
            "{} before {}",
            pair[0],
            pair[1]
        );
    }
}

#[test]
fn the_middle_of_a_date_is_in_it() {
    let cases = [
        ("2013-07-16", "2013-07-16"),
        ("2013-07", "2013-07-16"),
        ("2013", "2013-07-02"),
        ("2013-07-16/2013-07-17", "2013-07-16"),
    ];
    for (text, middle) in cases {
        assert_eq!(date(text).middle(), day(middle), "{text}");
    }
}

#[test]
fn known_days_have_their_known_numbers() {
    for ((y, m, d), number) in [
        ((1970, 1, 1), 0),
        ((1969, 12, 31), -1),
        ((2000, 3, 1), 11_017),
        ((1900, 3, 1), -25_508),
        ((2013, 11, 2), 16_011),
        ((0, 3, 1), -719_468),
    ] {
        assert_eq!(Day::from_ymd(y, m, d), Day(number), "{y}-{m}-{d}");
    }
}

#[test]
fn precisions_have_words_for_the_page() {
    let words = ["2013-07-16", "2013-07", "2013", "2013/2014"].map(|t| date(t).precision.word());
    assert_eq!(words, ["day", "month", "year", "range"]);
}

/// From 1 January -4000 to 31 December 4000.
fn any_day() -> impl Strategy<Value = Day> {
    (Day::from_ymd(-4000, 1, 1).0..=Day::from_ymd(4000, 12, 31).0).prop_map(Day)
}

#[test]
fn every_day_of_eight_thousand_years_goes_to_the_calendar_and_back() {
    let (mut year, mut month, mut date) = (-4000, 1, 1);
    for n in Day::from_ymd(-4000, 1, 1).0..=Day::from_ymd(4000, 12, 31).0 {
        let day = Day(n);
        assert_eq!(day.ymd(), (year, month, date));
        assert_eq!(Day::from_ymd(year, month, date), day);
        // The calendar, counted by hand.
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let length = match month {
            2 => 28 + u32::from(leap),
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        };
        date += 1;
        if date > length {
            (month, date) = (month + 1, 1);
        }
        if month > 12 {
            (year, month) = (year + 1, 1);
        }
    }
}

proptest! {
    #[test]
    fn months_are_counted_across_years(day in any_day(), by in -5000i32..5000) {
        let (y, m, _) = day.ymd();
        let (y2, m2, d2) = day.add_months(by).ymd();
        prop_assert_eq!((y2 - y) * 12 + m2 as i32 - m as i32, by);
        prop_assert_eq!(d2, 1);
        prop_assert_eq!(day.add_months(by).add_months(-by), day.month_start());
    }

    #[test]
    fn a_month_begins_and_ends_around_its_days(day in any_day()) {
        prop_assert!(day.month_start() <= day && day <= day.month_end());
        prop_assert_eq!(day.month_start().ymd().2, 1);
        prop_assert_eq!(Day(day.month_end().0 + 1).ymd().2, 1);
    }

    #[test]
    fn a_day_written_in_iso_is_read_back(year in 0i32..10_000, n in 0i32..365) {
        let day = Day(Day::from_ymd(year, 1, 1).0 + n);
        prop_assert_eq!(date(&day.iso()).start, day);
        prop_assert_eq!(Date::read(day.iso().as_bytes()), Some(date(&day.iso())));
    }

    #[test]
    fn any_text_is_read_or_refused_without_panic(text in ".{0,12}") {
        let _ = Date::parse(&text);
        let _ = Date::read(text.as_bytes());
    }

    #[test]
    fn near_dates_are_read_or_refused_alike_with_and_without_a_message(
        text in "[0-9]{3,5}(-[0-9]{1,3}){0,3}~?"
    ) {
        prop_assert_eq!(Date::parse(&text).ok(), Date::read(text.as_bytes()));
    }

    #[test]
    fn order_is_by_start_then_end(a in any_date(1900..2000), b in any_date(1900..2000)) {
        let by_hand = a.start.cmp(&b.start).then(a.end.cmp(&b.end));
        if by_hand.is_ne() {
            prop_assert_eq!(a.order_key().cmp(&b.order_key()), by_hand);
        }
    }

    #[test]
    fn words_name_no_day_that_is_not_known(date in any_date(1900..2000)) {
        // A day known as such has its number in front; nothing coarser does.
        let words = date.label(&WORDS);
        let plain = words.strip_prefix("about ").unwrap_or(&words);
        let names_a_day = plain.split(' ').any(|w| w.len() <= 2 && w.parse::<u32>().is_ok());
        match date.precision {
            Precision::Day => prop_assert!(names_a_day),
            Precision::Month | Precision::Year => prop_assert!(!names_a_day),
            Precision::Range => {}
        }
        prop_assert_eq!(words.starts_with("about "), date.approximate);
    }
}
