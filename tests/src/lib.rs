//! Real servers, faults and conformance for the workspace's own tests.
#![allow(clippy::disallowed_methods, reason = "tests run in real time; only the session is told it")]

pub mod corpus;
pub mod counting_alloc;
pub mod deaf;
#[cfg(target_os = "linux")]
pub mod leaks;
pub mod peer;
pub mod proxy;
pub mod resp_server;
pub mod server;
#[cfg(target_os = "linux")]
pub mod threads;
pub mod token;
pub mod wait;

/// The examples of the README, which are tests by this.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
#[derive(Debug)]
pub struct Readme;

/// The same of resp-core's.
#[cfg(doctest)]
#[doc = include_str!("../../resp-core/README.md")]
#[derive(Debug)]
pub struct ReadmeOfCore;
