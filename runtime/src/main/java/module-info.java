/**
 * The runtime of Weft: it hosts the stepper classes that the processor makes of {@code @Comp}
 * methods.
 */
module dev.weft.runtime {
  requires transitive dev.weft.annotations;
  requires static java.management;
  requires static jdk.jfr;
  requires static org.jspecify;

  exports dev.weft;
  exports dev.weft.effects;
  exports dev.weft.spi;
}
