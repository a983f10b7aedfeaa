//! What commands about the server answer.

mod acknowledged;
mod background;
mod commands;
mod docs;
mod hotkeys;
mod info;
mod info_lines;
mod latency;
mod logs;
mod memory;
mod module;
mod role;
#[cfg(test)]
pub(super) mod testing;
mod time;

pub use acknowledged::Acknowledged;
pub use background::Background;
pub use commands::{BeginSearch, CommandDetails, FindKeys, KeySpec};
pub use docs::{ArgumentDoc, CommandDoc};
pub use hotkeys::Hotkeys;
pub use info::ServerInfo;
pub use info_lines::{CommandStats, Keyspace, ReplicaInfo};
pub use latency::{CommandLatency, LatencyEvent, LatencySample};
pub use logs::{CommandlogEntry, SlowlogEntry};
pub use memory::{DatabaseMemory, MemoryStats};
pub use module::ModuleInfo;
pub use role::{ReplicaPosition, ReplicaState, Role};
pub use time::ServerTime;
