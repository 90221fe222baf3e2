//! The view of each kind of page. The list here is the whole of what is made.

use super::{
    clause_page, clauses, compare, delegations, glossary, issues, machine, map, matrix, print, reading, report, search,
    years,
};
use crate::model::gist::Texts;
use crate::model::page::{Ingredients, Page, PageHead, Parts};
use crate::model::view::{NotFoundView, RobotsView, SitemapIndexView, SitemapView, View};

/// A page's view, from its ingredients and nothing else; `texts` has the words of the mentions that it lists.
pub fn compose(page: &Page, texts: &dyn Texts) -> View {
    match &page.ingredients {
        Ingredients::Framed(head, parts) => framed(head, parts, texts),
        Ingredients::Feed(parts) => machine::feed_view(parts),
        Ingredients::Map(parts) => map::file_view(parts),
        Ingredients::Card(card) => View::Card(card.clone()),
        Ingredients::Sitemap(urls) => View::Sitemap(SitemapView { urls: urls.clone() }),
        Ingredients::SitemapIndex(parts) => View::SitemapIndex(SitemapIndexView { parts: parts.clone() }),
        Ingredients::Robots(sitemap) => View::Robots(RobotsView { sitemap: sitemap.clone() }),
        Ingredients::Search(file) => search::file_view(file),
    }
}

fn framed(head: &PageHead, parts: &Parts, texts: &dyn Texts) -> View {
    match parts {
        Parts::Home(parts) => reading::home_view(head, parts),
        Parts::Conference(parts) => reading::conference_view(head, parts),
        Parts::Day(parts) => reading::day_view(head, parts),
        Parts::Report(parts) => report::view(head, parts),
        Parts::Plain(parts) => reading::plain_view(head, parts),
        Parts::NotFound => View::NotFound(NotFoundView { frame: super::frame::frame(head) }),
        Parts::Delegations(lines) => delegations::list_view(head, lines),
        Parts::Delegation(parts) => delegations::view(head, parts, texts),
        Parts::Year(parts) => years::view(head, parts, texts),
        Parts::Clauses(cards) => clauses::list_view(head, cards),
        Parts::Instrument(parts) => clauses::instrument_view(head, parts),
        Parts::Clause(parts) => clause_page::view(head, parts, texts),
        Parts::Draft(parts) => clauses::draft_view(head, parts),
        Parts::Matrix(parts) => matrix::view(head, parts),
        Parts::Issues(parts) => issues::list_view(head, parts),
        Parts::Issue(parts) => issues::view(head, parts),
        Parts::Glossary(parts) => glossary::view(head, parts),
        Parts::Compare(parts) => compare::view(head, parts),
        Parts::Search(parts) => search::view(head, parts),
        Parts::Print(parts) => print::view(head, parts),
    }
}
