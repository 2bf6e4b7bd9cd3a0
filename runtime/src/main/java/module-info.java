/** What runs a stepper and talks to its callers. */
module dev.weft.runtime {
  requires transitive dev.weft.annotations;
  requires static org.jspecify;

  exports dev.weft;
}
