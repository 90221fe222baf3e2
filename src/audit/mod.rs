//! What is wrong only when everything is seen together: dead links and anchors, two pages at one address, clauses that
//! no draft has. Reads pages and what their HTML refers to; changes nothing.

mod clauses;
mod links;
mod routes;

pub use clauses::{clauses, concerned};
pub use links::{Rendered, links};
pub use routes::{Claim, routes};
