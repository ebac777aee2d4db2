//! stub
#![allow(missing_docs)]
pub enum Size {
    Wide,
    Narrow,
}
pub struct Frame {
    pub id: String,
    pub title: String,
    pub description: String,
}
pub struct Stacked {
    pub frame: Frame,
    pub max: f64,
    pub ticks: Vec<(f64, String)>,
    pub rows: Vec<StackedRow>,
}
pub struct StackedRow {
    pub name: String,
    pub parts: Vec<Part>,
    pub rest: Rest,
    pub label: Option<String>,
    pub known: bool,
}
pub struct Part {
    pub letter: char,
    pub value: f64,
    pub tip: String,
}
pub enum Rest {
    None,
    Hatch { to: f64, tip: String },
    Whisker { from: f64, to: f64, tip: String },
    Reach { to: f64, tip: String },
}
pub fn stacked(_chart: &Stacked, _size: Size) -> String {
    String::new()
}
pub struct Strip {
    pub frame: Frame,
    pub low: f64,
    pub high: f64,
    pub ticks: Vec<(f64, String)>,
    pub dots: Vec<Dot>,
    pub spans: Vec<Span>,
    pub median: Option<(f64, String)>,
}
pub struct Dot {
    pub value: f64,
    pub tip: String,
    pub label: Option<String>,
    pub filled: bool,
}
pub struct Span {
    pub from: f64,
    pub to: f64,
    pub tip: String,
}
pub fn strip(_chart: &Strip, _size: Size) -> String {
    String::new()
}
pub struct Intervals {
    pub frame: Frame,
    pub low: f64,
    pub high: f64,
    pub ticks: Vec<(f64, String)>,
    pub rows: Vec<IntervalRow>,
}
pub struct IntervalRow {
    pub name: String,
    pub value: IntervalValue,
    pub label: String,
}
pub enum IntervalValue {
    Exact(f64),
    Between(f64, f64),
    Unknown,
}
pub fn intervals(_chart: &Intervals, _size: Size) -> String {
    String::new()
}
pub fn pick_ticks(_low: f64, _high: f64) -> Vec<f64> {
    Vec::new()
}
pub fn hatch_definition() -> &'static str {
    ""
}
