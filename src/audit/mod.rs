//! What is wrong only when everything is seen together: dead links and anchors, two pages at one address, clauses that
//! no draft has, drafts to compare that there are not. Reads pages and what their HTML refers to; changes nothing.

mod aims;
mod clauses;
mod comparisons;
mod lineage;
mod links;
mod routes;

pub use aims::{Spot, Trace, trace};
pub use clauses::{clauses, concerned};
pub use comparisons::comparisons;
pub use lineage::{joins, was};
pub use links::{Rendered, links};
pub use routes::{Claim, routes};
