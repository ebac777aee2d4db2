//! Whatever stands in the folder: small inputs that once went wrong, and sites with random damage.

mod common;

#[path = "hostile/corpus.rs"]
mod corpus;
#[path = "hostile/damage.rs"]
mod damage;
#[path = "hostile/fuzz.rs"]
mod fuzz;
