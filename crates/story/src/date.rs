//! Civil dates with their precision: a day, a month, a year, an approximate one, or a range.
//!
//! No clock and no time zone: a date is a closed interval of days and the word for how well it is
//! known. The story writes dates in a subset of EDTF (ISO 8601-2).

use std::fmt;

use serde::Deserialize;

use crate::figures::push_int;

/// A civil day, counted from 1 January 1970 in the proleptic Gregorian calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[cfg_attr(feature = "compile", derive(serde::Serialize))]
pub struct Day(pub i32);

impl Day {
    /// The day of a calendar date; `month` 1-12, `day` 1-31, not checked.
    ///
    /// Howard Hinnant's `days_from_civil`.
    pub const fn from_ymd(year: i32, month: u32, day: u32) -> Self {
        let y = if month <= 2 { year - 1 } else { year };
        let era = y.div_euclid(400);
        let yoe = y.rem_euclid(400);
        let doy = (153 * ((month as i32 + 9) % 12) + 2) / 5 + day as i32 - 1;
        let doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;
        Self(era * 146_097 + doe - 719_468)
    }

    /// Year, month 1-12, day 1-31.
    pub const fn ymd(self) -> (i32, u32, u32) {
        let z = self.0 + 719_468;
        let era = z.div_euclid(146_097);
        let doe = z.rem_euclid(146_097);
        let yoe = (doe - doe / 1460 + doe / 36_524 - doe / 146_096) / 365;
        let doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
        let mp = (5 * doy + 2) / 153;
        let day = (doy - (153 * mp + 2) / 5 + 1) as u32;
        let month = if mp < 10 { mp + 3 } else { mp - 9 } as u32;
        (yoe + era * 400 + (month <= 2) as i32, month, day)
    }

    /// The first day of this day's month.
    pub const fn month_start(self) -> Self {
        let (y, m, _) = self.ymd();
        Self::from_ymd(y, m, 1)
    }

    /// The last day of this day's month.
    pub const fn month_end(self) -> Self {
        Self(self.add_months(1).0 - 1)
    }

    /// The first day of the month `by` months later.
    pub const fn add_months(self, by: i32) -> Self {
        let (y, m, _) = self.ymd();
        let months = y * 12 + m as i32 - 1 + by;
        Self::from_ymd(months.div_euclid(12), months.rem_euclid(12) as u32 + 1, 1)
    }
}

/// How finely a date is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "compile", derive(serde::Serialize))]
pub enum Precision {
    Day,
    Month,
    Year,
    Range,
}

/// A closed interval of days, with the precision and the doubt it was written with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "compile", derive(serde::Serialize))]
pub struct Date {
    pub start: Day,
    /// Inclusive.
    pub end: Day,
    pub precision: Precision,
    pub approximate: bool,
}

/// Why a date could not be read, as a sentence for the author.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateError(pub String);

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Date {
    /// Its form for machines: `2013-11-02`, `2013-11` or `2013`; none for a range, or a year that HTML
    /// has no form for.
    pub fn machine(&self) -> Option<String> {
        let (y, m, d) = self.start.ymd();
        if y < 1 {
            return None;
        }
        match self.precision {
            Precision::Day => Some(format!("{y:04}-{m:02}-{d:02}")),
            Precision::Month => Some(format!("{y:04}-{m:02}")),
            Precision::Year => Some(format!("{y:04}")),
            Precision::Range => None,
        }
    }

    /// Reads `2013-11-02`, `2013-11`, `2013`, each with an optional `~` (about), or two of them
    /// joined by `/`.
    pub fn parse(text: &str) -> Result<Self, DateError> {
        let Some((a, b)) = text.split_once('/') else {
            return Self::parse_one(text);
        };
        let (from, to) = (Self::parse_one(a)?, Self::parse_one(b)?);
        if to.start < from.start || to.end < from.end {
            return Err(DateError(format!("the range {text} runs backwards")));
        }
        Ok(Self {
            start: from.start,
            end: to.end,
            precision: Precision::Range,
            approximate: from.approximate || to.approximate,
        })
    }

    fn parse_one(text: &str) -> Result<Self, DateError> {
        let reader = Reader::read(text.as_bytes());
        reader.and_then(Reader::date).ok_or_else(|| {
            DateError(match reader {
                Some(_) => format!("{text} is not in the calendar"),
                None => format!(
                    "“{text}” is not a date: write 2013-11-02, 2013-11 or 2013, with ~ for about"
                ),
            })
        })
    }

    /// Reads one date, not a range, where nobody needs to be told what is wrong with it: no
    /// messages and so no formatting in the wasm.
    pub fn read(text: &[u8]) -> Option<Self> {
        Reader::read(text).and_then(Reader::date)
    }

    /// The day in the middle; the day itself for a day.
    pub const fn middle(&self) -> Day {
        Day(self.start.0 + (self.end.0 - self.start.0) / 2)
    }

    /// Whether `day` lies in it.
    pub const fn contains(&self, day: Day) -> bool {
        self.start.0 <= day.0 && day.0 <= self.end.0
    }
}

/// A date's numbers as written, not yet held against the calendar.
#[derive(Clone, Copy)]
struct Reader {
    year: i32,
    month: Option<u32>,
    day: Option<u32>,
    approximate: bool,
}

impl Reader {
    fn read(text: &[u8]) -> Option<Self> {
        let (plain, approximate) = match text.strip_suffix(b"~") {
            Some(plain) => (plain, true),
            None => (text, false),
        };
        let mut parts = [None; 3];
        for (i, part) in plain.split(|b| *b == b'-').enumerate() {
            let width = if i == 0 { 4 } else { 2 };
            if i == parts.len() || part.len() != width || !part.iter().all(u8::is_ascii_digit) {
                return None;
            }
            parts[i] = Some(part.iter().fold(0, |n, b| n * 10 + u32::from(b - b'0')));
        }
        let [Some(year), month, day] = parts else {
            return None;
        };
        Some(Self {
            year: year as i32,
            month,
            day,
            approximate,
        })
    }

    fn date(self) -> Option<Date> {
        let (start, end, precision) = match (self.month, self.day) {
            (Some(month), _) if !(1..=12).contains(&month) => return None,
            (Some(month), Some(day)) => {
                let on = Day::from_ymd(self.year, month, day);
                if on.ymd() != (self.year, month, day) {
                    return None;
                }
                (on, on, Precision::Day)
            }
            (Some(month), None) => {
                let start = Day::from_ymd(self.year, month, 1);
                (start, start.month_end(), Precision::Month)
            }
            (None, _) => (
                Day::from_ymd(self.year, 1, 1),
                Day::from_ymd(self.year, 12, 31),
                Precision::Year,
            ),
        };
        Some(Date {
            start,
            end,
            precision,
            approximate: self.approximate,
        })
    }
}

/// The words that dates are written with, so that a story in another language can bring its own.
#[derive(Debug, Clone, Copy)]
pub struct DateWords {
    pub months: [&'static str; 12],
    /// Put before an approximate date: "about 2016".
    pub about: &'static str,
    /// Between the ends of a range: "June 2012 to August 2012".
    pub to: &'static str,
}

impl Day {
    /// "2 November 2013".
    pub fn label(self, words: &DateWords) -> String {
        let mut out = String::new();
        push_int(&mut out, self.ymd().2 as i32);
        out.push(' ');
        out.push_str(&self.month_label(words));
        out
    }

    /// "November 2013".
    pub fn month_label(self, words: &DateWords) -> String {
        let (year, month, _) = self.ymd();
        let mut out = String::from(words.months[month as usize - 1]);
        out.push(' ');
        push_int(&mut out, year);
        out
    }

    /// "2013".
    pub fn year_label(self) -> String {
        let mut out = String::new();
        push_int(&mut out, self.ymd().0);
        out
    }

    /// Appends `2013-11-02`, as links, `datetime` attributes and the story write it; for the years
    /// 0 to 9999 that [`Date::parse`] reads.
    pub fn push_iso(self, out: &mut String) {
        let (year, month, day) = self.ymd();
        let year = year.clamp(0, 9999) as u32;
        push_two(out, year / 100);
        push_two(out, year % 100);
        out.push('-');
        push_two(out, month);
        out.push('-');
        push_two(out, day);
    }

    /// `2013-11-02`.
    pub fn iso(self) -> String {
        let mut out = String::with_capacity(10);
        self.push_iso(&mut out);
        out
    }
}

impl Date {
    /// The date in words, no finer than it is known: "2 November 2013", "July 2013", "about 2016",
    /// "1990 to 1999", "June to August 2012".
    pub fn label(&self, words: &DateWords) -> String {
        let plain = match self.precision {
            Precision::Day => self.start.label(words),
            Precision::Month => self.start.month_label(words),
            Precision::Year => self.start.year_label(),
            Precision::Range => self.range_label(words),
        };
        if !self.approximate {
            return plain;
        }
        let mut out = String::from(words.about);
        out.push(' ');
        out.push_str(&plain);
        out
    }

    fn range_label(&self, words: &DateWords) -> String {
        let (start, end) = (self.start, self.end);
        let ((y0, m0, d0), (y1, m1, _)) = (start.ymd(), end.ymd());
        let whole_months = d0 == 1 && end == end.month_end();
        let whole_years = whole_months && m0 == 1 && m1 == 12;
        // A range does not keep how finely each end was written. Between two years, an end that
        // falls in with the year's is named by the year: 2013/2014-02 is "2013 to February 2014".
        // That can be coarser than 2013-01/2014-02 was meant; it is never finer than is known.
        let (from, to) = if whole_years {
            if y0 == y1 {
                return start.year_label();
            }
            (start.year_label(), end.year_label())
        } else if whole_months && y0 != y1 && m0 == 1 {
            (start.year_label(), end.month_label(words))
        } else if whole_months && y0 != y1 && m1 == 12 {
            (start.month_label(words), end.year_label())
        } else if whole_months && y0 != y1 {
            (start.month_label(words), end.month_label(words))
        } else if whole_months && m0 == m1 {
            return start.month_label(words);
        } else if whole_months {
            (
                String::from(words.months[m0 as usize - 1]),
                end.month_label(words),
            )
        } else if start == end {
            return start.label(words);
        } else if (y0, m0) == (y1, m1) {
            let mut day = String::new();
            push_int(&mut day, d0 as i32);
            (day, end.label(words))
        } else {
            (start.label(words), end.label(words))
        };
        let mut out = from;
        out.push(' ');
        out.push_str(words.to);
        out.push(' ');
        out.push_str(&to);
        out
    }

    /// Orders dates by time: by where they start; of those that start together, the one that is
    /// over first; what is known for certain before what is about then.
    pub const fn order_key(&self) -> (i32, i32, bool) {
        (self.start.0, self.end.0, self.approximate)
    }
}

impl Precision {
    /// Its word in the page's attributes.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Month => "month",
            Self::Year => "year",
            Self::Range => "range",
        }
    }
}

/// Appends two digits.
fn push_two(out: &mut String, n: u32) {
    out.push((b'0' + (n / 10) as u8) as char);
    out.push((b'0' + (n % 10) as u8) as char);
}
