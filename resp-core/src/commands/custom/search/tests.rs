//! The words that arguments write.

use alloc::string::String;
use alloc::vec::Vec;
use core::time::Duration;

use super::*;
use crate::command::Command;
use crate::commands::search::{ft_aggregate, ft_alter, ft_hybrid, ft_profile, ft_search};
use crate::convert::ToArgs;

fn words(args: &impl ToArgs) -> String {
    let mut words = Vec::new();
    args.each_arg(&mut |word| words.push(String::from_utf8_lossy(word.as_bytes()).into_owned()));
    words.join(" ")
}

fn sent<R, K>(command: &Command<R, K>) -> String {
    words(&command.wire().args().collect::<Vec<_>>())
}

fn schema(field: impl Into<Schema>) -> String {
    words(&field.into())
}

#[test]
fn fields_of_every_type() {
    let text = TextField::new("t").sortable_as_is().index_missing().no_stem().weight(2.5).phonetic("dm:en");
    assert_eq!(
        schema(text.alias("title").with_suffix_trie().index_empty()),
        "t AS title TEXT NOSTEM WEIGHT 2.5 PHONETIC dm:en WITHSUFFIXTRIE INDEXEMPTY SORTABLE UNF INDEXMISSING"
    );
    let tags = TagField::new("g").separator('|').case_sensitive().with_suffix_trie().index_empty().no_index();
    assert_eq!(schema(tags), "g TAG SEPARATOR | CASESENSITIVE WITHSUFFIXTRIE INDEXEMPTY NOINDEX");
    assert_eq!(schema(NumericField::new("$.n").alias("n").sortable()), "$.n AS n NUMERIC SORTABLE");
    assert_eq!(schema(GeoField::new("p").no_index()), "p GEO NOINDEX");
    assert_eq!(schema(GeoShapeField::new("a").index_missing().flat()), "a GEOSHAPE FLAT INDEXMISSING");
    assert_eq!(schema(GeoShapeField::new("a").spherical()), "a GEOSHAPE SPHERICAL");
    let both = Schema::new().field(GeoField::new("p")).field(NumericField::new("n"));
    assert_eq!(
        sent(&ft_alter("i", Schema::new().field(TagField::new("g")).field(both))),
        "i SCHEMA ADD g TAG p GEO n NUMERIC"
    );
}

#[test]
fn vectors_count_their_settings() {
    let flat = FlatVectorField::new("v", VectorType::BFloat16, 3, VectorMetric::InnerProduct);
    assert_eq!(
        schema(flat.index_missing()),
        "v VECTOR FLAT 6 TYPE BFLOAT16 DIM 3 DISTANCE_METRIC IP INDEXMISSING"
    );
    let hnsw = HnswVectorField::new("v", VectorType::Float64, 3, VectorMetric::L2);
    assert_eq!(
        schema(hnsw.alias("w").m(40).ef_construction(250).ef_runtime(20).epsilon(0.5)),
        "v AS w VECTOR HNSW 14 TYPE FLOAT64 DIM 3 DISTANCE_METRIC L2 M 40 EF_CONSTRUCTION 250 EF_RUNTIME 20 EPSILON 0.5"
    );
    let svs = SvsVectorField::new("v", VectorType::Float16, 8, VectorMetric::Cosine);
    let svs = svs.compression(VectorCompression::LeanVec8x8).construction_window_size(1).graph_max_degree(2);
    assert_eq!(
        schema(svs.search_window_size(3).epsilon(0.1).training_threshold(4).reduce(5)),
        "v VECTOR SVS-VAMANA 20 TYPE FLOAT16 DIM 8 DISTANCE_METRIC COSINE COMPRESSION LeanVec8x8 \
         CONSTRUCTION_WINDOW_SIZE 1 GRAPH_MAX_DEGREE 2 SEARCH_WINDOW_SIZE 3 EPSILON 0.1 TRAINING_THRESHOLD 4 REDUCE 5"
    );
    let types = [VectorType::Float32, VectorType::Int8, VectorType::Uint8];
    assert_eq!(words(&types), "FLOAT32 INT8 UINT8");
    use VectorCompression::{LeanVec4x8, Lvq4, Lvq4x4, Lvq4x8, Lvq8};
    assert_eq!(words(&[Lvq4, Lvq8, Lvq4x4, Lvq4x8, LeanVec4x8]), "LVQ4 LVQ8 LVQ4x4 LVQ4x8 LeanVec4x8");
}

#[test]
fn lists_of_fields_and_parameters() {
    assert_eq!(words(&FieldList::from("a")), "1 a");
    assert_eq!(words(&FieldList::from(String::from("a"))), "1 a");
    assert_eq!(words(&FieldList::from(["a", "b"])), "2 a b");
    assert_eq!(words(&FieldList::from(Vec::from(["a", "b"]))), "2 a b");
    assert_eq!(words(&FieldList::from(&["a"][..])), "1 a");
    assert_eq!(words(&FieldList::new()), "0");
    assert_eq!(words(&FieldList::new().field_as("$.a", "a").field("b")), "4 $.a AS a b");
    assert_eq!(words(&QueryParams::from(("n", 5))), "2 n 5");
    assert_eq!(words(&QueryParams::from(Vec::from([("a", "x"), ("b", "y")]))), "4 a x b y");
}

#[test]
fn reducers_count_their_arguments() {
    let groups = GroupBy::new(["@a", "@b"])
        .reduce(Reducer::count())
        .reduce(Reducer::count_distinct("@c").alias("c"))
        .reduce(Reducer::quantile("@p", 0.5))
        .reduce(Reducer::first_value_by("@t", "@y"))
        .reduce(Reducer::first_value_by_desc("@t", "@y").alias("last"))
        .reduce(Reducer::random_sample("@t", 3))
        .reduce(Reducer::new("COLLECT", &["FIELDS", "*"]));
    assert_eq!(
        words(&groups),
        "2 @a @b REDUCE COUNT 0 REDUCE COUNT_DISTINCT 1 @c AS c REDUCE QUANTILE 2 @p 0.5 \
         REDUCE FIRST_VALUE 4 @t BY @y ASC REDUCE FIRST_VALUE 4 @t BY @y DESC AS last \
         REDUCE RANDOM_SAMPLE 2 @t 3 REDUCE COLLECT 2 FIELDS *"
    );
    assert_eq!(words(&GroupBy::all().reduce(Reducer::max("@n"))), "0 REDUCE MAX 1 @n");
    let functions = [
        (Reducer::count_distinctish("@a"), "COUNT_DISTINCTISH"),
        (Reducer::sum("@a"), "SUM"),
        (Reducer::min("@a"), "MIN"),
        (Reducer::avg("@a"), "AVG"),
        (Reducer::stddev("@a"), "STDDEV"),
        (Reducer::to_list("@a"), "TOLIST"),
        (Reducer::first_value("@a"), "FIRST_VALUE"),
    ];
    for (reducer, function) in functions {
        assert_eq!(words(&reducer), alloc::format!("REDUCE {function} 1 @a"));
    }
}

#[test]
fn steps_stand_in_their_order_and_what_concerns_the_query_before_them() {
    let by = SortBy::asc("@a").then_asc("@b").then_desc("@c").max(5);
    let steps =
        ft_aggregate("i", "*").load("@a").sort_by(by).limit(0, 2).filter("@a>1").verbatim().add_scores();
    assert_eq!(
        sent(&steps),
        "i * ADDSCORES VERBATIM LOAD 1 @a SORTBY 6 @a ASC @b ASC @c DESC MAX 5 LIMIT 0 2 FILTER @a>1"
    );
    let cursor = CursorSettings::new().max_idle(Duration::from_nanos(1)).count(7);
    assert_eq!(sent(&ft_aggregate("i", "*").with_cursor(cursor)), "i * WITHCURSOR MAXIDLE 1 COUNT 7");
    assert_eq!(sent(&ft_aggregate("i", "*").with_cursor(CursorSettings::new())), "i * WITHCURSOR");
}

#[test]
fn what_documents_come_with_is_told_in_any_order() {
    let search = ft_search("i", "q").no_content().with_sort_keys().limit(0, 1).with_payloads().with_scores();
    assert_eq!(
        sent(&search.explain_score().text()),
        "i q NOCONTENT WITHSORTKEYS LIMIT 0 1 WITHPAYLOADS WITHSCORES EXPLAINSCORE"
    );
    let how = Highlight::new().tags("<i>", "</i>");
    assert_eq!(
        sent(&ft_search("i", "q").summarize(Summarize::new()).highlight(how)),
        "i q SUMMARIZE HIGHLIGHT TAGS <i> </i>"
    );
}

#[test]
fn a_profile_repeats_the_query() {
    let search = ft_search("i", "a b").with_scores().sort_by("n").with_count();
    assert_eq!(sent(&ft_profile(search)), "i SEARCH QUERY a b WITHSCORES SORTBY n WITHCOUNT");
    let rows = ft_aggregate("i", "*").with_cursor(CursorSettings::new()).without_count();
    assert_eq!(sent(&ft_profile(rows).limited()), "i AGGREGATE LIMITED QUERY * WITHOUTCOUNT WITHCURSOR");
}

#[test]
fn parts_of_a_hybrid_search_stand_in_their_order() {
    let vector =
        HybridVector::new("@v", "$v").score_as("near").filter("@n:[1 2]").knn(5).range_epsilon(0.5, 0.1);
    let text = HybridText::from(String::from("q")).score_as("fit").scorer("BM25");
    let search = ft_hybrid("i", text, vector, LinearFusion::new(1.0, 0.5).score_as("all").window(9));
    assert_eq!(
        sent(&search),
        "i SEARCH q YIELD_SCORE_AS fit SCORER BM25 VSIM @v $v RANGE 4 RADIUS 0.5 EPSILON 0.1 FILTER @n:[1 2] \
         YIELD_SCORE_AS near COMBINE LINEAR 8 ALPHA 1 BETA 0.5 WINDOW 9 YIELD_SCORE_AS all"
    );
    let vector = HybridVector::new("@v", "$v");
    assert_eq!(words(&vector.clone().filter_adhoc("@n:[1 2]")), "@v $v FILTER 3 @n:[1 2] POLICY ADHOC");
    assert_eq!(words(&vector.filter_batches("*", 50)), "@v $v FILTER 5 * POLICY BATCHES BATCH_SIZE 50");
    assert_eq!(words(&HybridFusion::from(RrfFusion::new())), "COMBINE RRF 2 CONSTANT 60");
}
