//! Which cores client and server run on. Unpinned, one command at a time can
//! differ by a factor of four, by where the system happens to put the two.

use super::cell::{Cell, Placement, Runtime};
use crate::failure::Failure;
use crate::options::Common;
use crate::pin;

/// The cores that there are, and who may be put on them.
#[derive(Debug)]
pub(super) struct Place {
    /// The server's process, if it may be moved.
    server: Option<u32>,
    /// All that this process may use; empty if nobody is to be moved.
    cores: Vec<usize>,
    /// In words, why nobody is moved.
    free: &'static str,
}

impl Place {
    /// As the options want it; `cores` are those that this process may use,
    /// `server` the process of the server, if it was started for this run.
    ///
    /// # Errors
    /// Both are to be pinned and cannot be.
    pub(super) fn choose(options: &Common, cores: Vec<usize>, server: Option<u32>) -> Result<Self, Failure> {
        let free = match (options.no_pin, server, cores.len()) {
            (true, ..) => "not pinned, as --no-pin says",
            (_, None, _) => "not pinned: the server given by --url stays where it is",
            (_, _, 0) => "not pinned: the system does not let this program choose cores",
            (_, _, 1) => "not pinned: this program may use one core only",
            _ => "",
        };
        if options.pin && !free.is_empty() {
            return Err(Failure::new("--pin needs Linux, two cores that this process may use, and no --url"));
        }
        let cores = if free.is_empty() { cores } else { Vec::new() };
        Ok(Self { server, cores, free })
    }

    /// The cores of the server and of the client.
    fn cores(&self, placement: Placement, runtime: Runtime) -> (&[usize], &[usize]) {
        match (placement, &self.cores[..]) {
            (Placement::Apart, [first, others @ ..]) => {
                let client = if runtime == Runtime::CurrentThread { &others[..1] } else { others };
                (core::slice::from_ref(first), client)
            }
            (Placement::Together, [first, ..]) => {
                (core::slice::from_ref(first), core::slice::from_ref(first))
            }
            (_, all) => (all, all),
        }
    }

    /// Moves the server, and this thread with all that it starts from now on.
    pub(super) fn put(&self, cell: &Cell) {
        let (server, client) = self.cores(cell.placement, cell.runtime);
        if let (Some(id), false) = (self.server, self.cores.is_empty()) {
            pin::move_process(id, server);
            pin::pin(client);
        }
    }

    /// In words.
    pub(super) fn describe(&self) -> String {
        let list = |cores: &[usize]| cores.iter().map(usize::to_string).collect::<Vec<_>>().join(", ");
        if self.cores.is_empty() {
            return self.free.to_owned();
        }
        let (server, client) = self.cores(Placement::Apart, Runtime::TwoWorkers);
        format!(
            "pinned: server on core {}, client on {}; where a cell says so, both on core {0} or placed by the system",
            list(server),
            list(client)
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(cores: &[usize], server: Option<u32>, options: &Common) -> Result<Place, Failure> {
        Place::choose(options, cores.to_vec(), server)
    }

    #[test]
    fn server_and_client_have_cores_of_their_own() {
        let four = place(&[0, 2, 4, 6], Some(7), &Common::default()).unwrap();
        assert_eq!(four.cores(Placement::Apart, Runtime::CurrentThread), (&[0][..], &[2][..]));
        assert_eq!(four.cores(Placement::Apart, Runtime::Threads), (&[0][..], &[2, 4, 6][..]));
        assert_eq!(four.cores(Placement::Together, Runtime::CurrentThread), (&[0][..], &[0][..]));
        assert_eq!(four.cores(Placement::Free, Runtime::CurrentThread).0, [0, 2, 4, 6]);
        assert!(four.describe().starts_with("pinned: server on core 0, client on 2, 4, 6;"));
    }

    #[test]
    fn who_cannot_be_pinned_is_left_alone() {
        let unpinned = Common { no_pin: true, ..Common::default() };
        for (cores, server, options, expected) in [
            (&[0, 1][..], Some(7), unpinned, "--no-pin"),
            (&[0, 1], None, Common::default(), "--url"),
            (&[0], Some(7), Common::default(), "one core only"),
            (&[], Some(7), Common::default(), "does not let"),
        ] {
            let place = place(cores, server, &options).unwrap();
            assert!(place.describe().contains(expected), "{}", place.describe());
            assert!(place.cores(Placement::Apart, Runtime::Threads).0.is_empty());
        }
    }

    #[test]
    fn to_insist_takes_two_cores() {
        let pinned = Common { pin: true, ..Common::default() };
        assert!(place(&[0, 1], Some(7), &pinned).is_ok());
        assert!(place(&[0], Some(7), &pinned).is_err() && place(&[0, 1], None, &pinned).is_err());
    }
}
