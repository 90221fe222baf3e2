//! Which pages an edition has, and the view of each. The two lists here are the whole of what is made.

use super::desk::Desk;
use super::{clauses, delegations, machine, mentions, reading, report};
use crate::model::corpus::Corpus;
use crate::model::indexes::Indexes;
use crate::model::page::{Ingredients, Page};
use crate::model::view::{Assets, NotFoundView, RobotsView, SitemapView, View};

/// All pages of an edition, each with its ingredients.
pub fn list(corpus: &Corpus, indexes: &Indexes, assets: &Assets) -> Vec<Page> {
    let desk = Desk::new(corpus, indexes, assets);
    let mut pages = reading::pages(&desk);
    pages.extend(report::pages(&desk));
    pages.extend(delegations::pages(&desk));
    pages.extend(clauses::pages(&desk));
    pages.extend(machine::feed(&desk));
    pages
}

/// A page's view, from its ingredients and nothing else.
pub fn compose(page: &Page) -> View {
    match &page.ingredients {
        Ingredients::Home(head, parts) => reading::home_view(head, parts),
        Ingredients::Conference(head, parts) => reading::conference_view(head, parts),
        Ingredients::Day(head, parts) => reading::day_view(head, parts),
        Ingredients::Report(head, parts) => report::view(head, parts),
        Ingredients::Plain(head, parts) => reading::plain_view(head, parts),
        Ingredients::NotFound(head) => View::NotFound(NotFoundView { frame: super::frame::frame(head) }),
        Ingredients::Delegations(head, lines) => delegations::list_view(head, lines),
        Ingredients::Delegation(head, parts) => delegations::view(head, parts),
        Ingredients::Year(head, parts) => mentions::year_view(head, parts),
        Ingredients::Clauses(head, cards) => clauses::list_view(head, cards),
        Ingredients::Instrument(head, parts) => clauses::instrument_view(head, parts),
        Ingredients::Clause(head, parts) => clauses::clause_view(head, parts),
        Ingredients::Draft(head, parts) => clauses::draft_view(head, parts),
        Ingredients::Feed(parts) => machine::feed_view(parts),
        Ingredients::Sitemap(urls) => View::Sitemap(SitemapView { urls: urls.clone() }),
        Ingredients::Robots(sitemap) => View::Robots(RobotsView { sitemap: sitemap.clone() }),
    }
}
