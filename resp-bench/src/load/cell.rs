//! Kinds of load, each with a lasting name.

use super::Options;
use super::reel::Mix;
use super::template::{Names, Template};
use crate::failure::Failure;
use crate::format;

/// One kind of load.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cell {
    pub(super) name: String,
    pub(super) about: String,
    pub(super) mix: Mix,
    pub(super) pipeline: usize,
    /// Name of the same test in redis-benchmark, if it has it.
    pub(super) test: Option<&'static str>,
}

/// Requests under way on a connection, where several numbers are measured.
const PIPELINES: [u32; 3] = [1, 16, 100];

/// The cells that are wanted. `expiry`: seconds that a key lasts, on a server of other people.
///
/// # Errors
/// There is none, or a command of the user's is malformed.
pub(super) fn wanted(options: &Options, expiry: Option<u64>) -> Result<Vec<Cell>, Failure> {
    let one = options.pipeline.unwrap_or(1);
    let sizes = (options.data_size.least, options.data_size.most);
    if options.is_custom() {
        return Ok(vec![custom(options, sizes, one)?]);
    }
    let ratio = options.ratio;
    let mix_name = match (ratio.sets, ratio.gets) {
        (0, _) => "get",
        (_, 0) => "set",
        _ => "mix",
    };
    let several =
        options.common.quick || options.list || options.beside.is_some() || !options.common.filter.is_empty();
    if !several {
        return Ok(vec![built_in(mix_name, ratio.sets, ratio.gets, one, sizes, expiry)]);
    }
    let given = options.pipeline.map(|pipeline| vec![pipeline]);
    let mut cells = Vec::new();
    for pipeline in given.unwrap_or_else(|| PIPELINES.into()) {
        cells.push(built_in("set", 1, 0, pipeline, sizes, expiry));
        cells.push(built_in("get", 0, 1, pipeline, sizes, expiry));
        if options.beside.is_none() && mix_name == "mix" {
            cells.push(built_in("mix", ratio.sets, ratio.gets, pipeline, sizes, expiry));
        }
    }
    cells.retain(|cell| options.common.wants(&cell.name));
    if cells.is_empty() {
        return Err(Failure::new("no cell has such a name; --list shows them"));
    }
    Ok(cells)
}

/// Writes each key, in turn.
pub(super) fn fill(options: &Options, expiry: Option<u64>) -> Mix {
    Mix { commands: vec![(set(expiry), 1)], sizes: (options.data_size.least, options.data_size.most) }
}

/// Deletes each key, in turn.
pub(super) fn deletion() -> Mix {
    Mix { commands: vec![(Template::new(["DEL", "__key__"]), 1)], sizes: (0, 0) }
}

/// How keys are named: as redis-benchmark does on a server of this run, else
/// apart from all others.
pub(super) fn names(keyspace: u64, is_shared: bool) -> Names {
    let digits = (keyspace - 1).max(1).to_string().len();
    let prefix = if is_shared {
        format!("resp-bench:{:016x}:", crate::random::seed())
    } else {
        format!("key:{:0>zeros$}", "", zeros = 12_usize.saturating_sub(digits))
    };
    Names { prefix, digits }
}

fn set(expiry: Option<u64>) -> Template {
    let mut arguments = ["SET", "__key__", "__data__"].map(str::to_owned).to_vec();
    if let Some(seconds) = expiry {
        arguments.extend(["EX".to_owned(), seconds.to_string()]);
    }
    Template::new(arguments)
}

fn built_in(
    name: &'static str,
    sets: u32,
    gets: u32,
    pipeline: u32,
    sizes: (usize, usize),
    expiry: Option<u64>,
) -> Cell {
    let what = match name {
        "mix" => format!("SET and GET {sets}:{gets}"),
        name => name.to_uppercase(),
    };
    let all = [(set(expiry), sets), (Template::new(["GET", "__key__"]), gets)];
    Cell {
        name: format!("{name}-p{pipeline}"),
        about: format!("{what}, {}, {}", size_text(sizes), pipeline_text(pipeline)),
        mix: Mix { commands: all.into_iter().filter(|(_, weight)| *weight > 0).collect(), sizes },
        pipeline: usize::try_from(pipeline).unwrap_or(usize::MAX),
        test: (name != "mix").then_some(name),
    }
}

fn custom(options: &Options, sizes: (usize, usize), pipeline: u32) -> Result<Cell, Failure> {
    let mut commands = Vec::new();
    for line in &options.command {
        let (weight, line) = weighted(line)?;
        commands.push((Template::parse(line)?, weight));
    }
    if !options.custom.is_empty() {
        commands.push((Template::new(&options.custom), 1));
    }
    let what = if options.custom.is_empty() { options.command.join(", ") } else { options.custom.join(" ") };
    Ok(Cell {
        name: format!("custom-p{pipeline}"),
        about: format!("{what}, {}, {}", size_text(sizes), pipeline_text(pipeline)),
        mix: Mix { commands, sizes },
        pipeline: usize::try_from(pipeline).unwrap_or(usize::MAX),
        test: None,
    })
}

/// `9:GET x` has the weight 9; no command's name has a colon in it.
fn weighted(line: &str) -> Result<(u32, &str), Failure> {
    let Some((weight, command)) = line.split_once(':') else { return Ok((1, line)) };
    let weight = weight.trim();
    if weight.contains([' ', '\'', '"']) {
        return Ok((1, line));
    }
    match weight.parse() {
        Ok(weight @ 1..=10_000) => Ok((weight, command)),
        _ => Err(Failure::new(format!(
            "{weight} before the colon of --command '{line}' is no weight from 1 to 10000"
        ))),
    }
}

fn size_text(sizes: (usize, usize)) -> String {
    if sizes.0 == sizes.1 {
        format!("{} bytes", sizes.0)
    } else {
        format!("{} to {} bytes", sizes.0, sizes.1)
    }
}

fn pipeline_text(pipeline: u32) -> String {
    match pipeline {
        1 => "one request at a time on each connection".to_owned(),
        several => format!("{} requests at a time on each connection", format::grouped(several)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::Parser;

    #[derive(clap::Parser)]
    struct Line {
        #[command(flatten)]
        options: Options,
    }

    fn cells(arguments: &[&str]) -> Result<Vec<Cell>, Failure> {
        let line = Line::try_parse_from([&["load"], arguments].concat()).unwrap();
        wanted(&line.options, None)
    }

    fn cell_names(arguments: &[&str]) -> Vec<String> {
        cells(arguments).unwrap().into_iter().map(|cell| cell.name).collect()
    }

    #[test]
    fn names_follow_from_the_options() {
        assert_eq!(cell_names(&[]), ["mix-p1"]);
        assert_eq!(cell_names(&["--ratio", "0:1", "--pipeline", "8"]), ["get-p8"]);
        assert_eq!(cell_names(&["--filter", "p16"]), ["set-p16", "get-p16", "mix-p16"]);
        assert_eq!(cell_names(&["--beside", "redis-benchmark", "--pipeline", "2"]), ["set-p2", "get-p2"]);
        assert_eq!(cell_names(&["--quick"]).len(), 9);
        assert_eq!(cell_names(&["--", "PING"]), ["custom-p1"]);
        assert!(cells(&["--filter", "nothing"]).is_err() && cells(&["--command", "'"]).is_err());
        assert!(
            ["x:GET", "0:GET", "1.5:GET", ":GET"].iter().all(|text| cells(&["--command", text]).is_err())
        );
    }

    #[test]
    fn weights_stand_before_commands() {
        let commands =
            &cells(&["--command", "9:GET __key__", "--command", "EVAL 'a:b' 0"]).unwrap()[0].mix.commands;
        assert_eq!(
            commands[..],
            [(Template::new(["GET", "__key__"]), 9), (Template::new(["EVAL", "a:b", "0"]), 1)]
        );
    }

    #[test]
    fn keys_of_shared_servers_are_our_own() {
        assert_eq!(names(1000, false), Names { prefix: "key:000000000".to_owned(), digits: 3 });
        let shared = names(1, true);
        assert!(shared.prefix.starts_with("resp-bench:") && shared.digits == 1);
    }
}
