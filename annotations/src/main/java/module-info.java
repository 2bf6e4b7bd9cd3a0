/**
 * The annotation that marks a method as a pausable computation.
 *
 * <p>It stands apart from the runtime so that both the processor, which reads it, and the runtime
 * can depend on it and on nothing of each other.
 */
module dev.weft.annotations {
  exports dev.weft.annotations;
}
