/** A test kit for computations. It needs no test framework, and works with each. */
module dev.weft.testing {
  requires transitive dev.weft.runtime;
  requires static org.jspecify;

  exports dev.weft.testing;
}
