//! The command line of `conformance`.

use super::behaviours::Behaviour;
use super::subjects::{CLIENTS, Client};
use crate::options::Common;

const LONG_ABOUT: &str = "\
Observes how clients behave where it goes wrong: replies that get lost, servers that stop, replies that no server \
should send. Every client has the settings that it has by default.

Each observation is made by a process of its own, which has 2 GiB of memory and a time limit: a client that crashes \
is an observation like others. The servers are scripts within it, so --url, --server, --pin and --seconds change \
nothing here.

Good (✓) and bad (✗) go by the rule that stands above each table; what was seen stands beside it.";

const EXAMPLES: &str = "\
Examples:
  resp-bench conformance                            resp-net alone
  cargo run --release -p resp-bench --features peers -- conformance
                                                    and the clients of others
  ... conformance --quick                           five behaviours, under a minute
  ... conformance --filter dropped,lost-reply       some behaviours
  ... conformance --clients resp-net,fred           some clients
  ... conformance --list                            the names of both";

/// What to observe, and what to write.
#[derive(Debug, Clone, clap::Args)]
#[command(about = "How clients behave where it goes wrong")]
#[command(long_about = LONG_ABOUT, after_help = EXAMPLES)]
pub(crate) struct Options {
    #[command(flatten)]
    pub(super) common: Common,

    /// Only clients whose name contains one of these texts; --list shows the names
    #[arg(long, value_name = "TEXT,..", value_delimiter = ',')]
    pub(super) clients: Vec<String>,

    /// Print the names of behaviours and clients and end
    #[arg(long)]
    pub(super) list: bool,

    /// Observe this behaviour of the client --subject, in this process
    #[arg(long, hide = true, requires = "subject")]
    pub(super) one: Option<String>,

    /// See --one
    #[arg(long, hide = true, requires = "one")]
    pub(super) subject: Option<String>,
}

/// A behaviour of a client.
pub(super) type Pair = (Behaviour, Client);

impl Options {
    /// The wanted behaviours, each with the clients that are observed.
    pub(super) fn plan(&self) -> Vec<(Behaviour, Vec<Client>)> {
        let behaviours = Behaviour::ALL.into_iter().filter(|behaviour| self.wants(*behaviour));
        let plan = behaviours.map(|behaviour| {
            let clients = CLIENTS.iter().filter(|client| (client.takes)(behaviour));
            (behaviour, clients.filter(|client| self.wants_client(client.name)).copied().collect())
        });
        plan.filter(|(_, clients): &(_, Vec<_>)| !clients.is_empty()).collect()
    }

    fn wants(&self, behaviour: Behaviour) -> bool {
        let all = !self.common.quick || !self.common.filter.is_empty();
        self.common.wants(behaviour.name()) && (all || behaviour.is_quick())
    }

    fn wants_client(&self, name: &str) -> bool {
        self.clients.is_empty() || self.clients.iter().any(|text| name.contains(text.as_str()))
    }

    /// What this process is to observe, if it is a child.
    pub(super) fn pair(&self) -> Option<Pair> {
        let (one, subject) = (self.one.as_ref()?, self.subject.as_ref()?);
        let behaviour = Behaviour::ALL.into_iter().find(|behaviour| behaviour.name() == one)?;
        let client = CLIENTS.iter().find(|client| client.name == subject)?;
        Some((behaviour, *client))
    }
}
