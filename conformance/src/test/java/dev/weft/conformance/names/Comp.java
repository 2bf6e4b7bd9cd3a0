package dev.weft.conformance.names;

/** The user's own annotation. */
@interface Comp {}
