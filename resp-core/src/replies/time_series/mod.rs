//! What the commands for time series answer.

mod info;
mod samples;
mod series;

pub use info::{ChunkInfo, CompactionRule, SeriesInfo};
pub use samples::{AddedSamples, LatestSample, Sample};
pub use series::{LatestOfSeries, RangesOfSeries, SeriesLatest, SeriesRange};
