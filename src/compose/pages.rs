//! Which pages an edition has, and the view of each. The two lists here are the whole of what is made.

use super::desk::Desk;
use super::{
    clause_page, clauses, compare, delegations, glossary, issues, machine, map, matrix, reading, report, years,
};
use crate::model::corpus::Corpus;
use crate::model::indexes::Indexes;
use crate::model::page::{Ingredients, Page, PageHead, Parts};
use crate::model::view::{Assets, NotFoundView, RobotsView, SitemapView, View};

/// All pages of an edition, each with its ingredients.
pub fn list(corpus: &Corpus, indexes: &Indexes, assets: &Assets) -> Vec<Page> {
    let desk = Desk::new(corpus, indexes, assets);
    let mut pages = reading::pages(&desk);
    pages.extend(report::pages(&desk));
    pages.extend(delegations::pages(&desk));
    pages.extend(clauses::pages(&desk));
    pages.extend(matrix::pages(&desk));
    pages.extend(issues::pages(&desk));
    pages.extend(glossary::pages(&desk));
    pages.extend(machine::feed(&desk));
    pages.extend(machine::conference_feeds(&desk));
    pages.extend(map::pages(&pages));
    pages
}

/// A page's view, from its ingredients and nothing else.
pub fn compose(page: &Page) -> View {
    match &page.ingredients {
        Ingredients::Framed(head, parts) => framed(head, parts),
        Ingredients::Feed(parts) => machine::feed_view(parts),
        Ingredients::Map(parts) => map::file_view(parts),
        Ingredients::Sitemap(urls) => View::Sitemap(SitemapView { urls: urls.clone() }),
        Ingredients::Robots(sitemap) => View::Robots(RobotsView { sitemap: sitemap.clone() }),
    }
}

fn framed(head: &PageHead, parts: &Parts) -> View {
    match parts {
        Parts::Home(parts) => reading::home_view(head, parts),
        Parts::Conference(parts) => reading::conference_view(head, parts),
        Parts::Day(parts) => reading::day_view(head, parts),
        Parts::Report(parts) => report::view(head, parts),
        Parts::Plain(parts) => reading::plain_view(head, parts),
        Parts::NotFound => View::NotFound(NotFoundView { frame: super::frame::frame(head) }),
        Parts::Delegations(lines) => delegations::list_view(head, lines),
        Parts::Delegation(parts) => delegations::view(head, parts),
        Parts::Year(parts) => years::view(head, parts),
        Parts::Clauses(cards) => clauses::list_view(head, cards),
        Parts::Instrument(parts) => clauses::instrument_view(head, parts),
        Parts::Clause(parts) => clause_page::view(head, parts),
        Parts::Draft(parts) => clauses::draft_view(head, parts),
        Parts::Matrix(parts) => matrix::view(head, parts),
        Parts::Issues(parts) => issues::list_view(head, parts),
        Parts::Issue(parts) => issues::view(head, parts),
        Parts::Glossary(parts) => glossary::view(head, parts),
        Parts::Compare(parts) => compare::view(head, parts),
    }
}
