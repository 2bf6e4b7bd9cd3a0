package dev.weft;

/** What management tools see of {@link LiveRunners}. */
public interface LiveRunnersMXBean {
  /** How many runners there are that have not ended. */
  int getCount();

  /** Text in the style of a thread dump. */
  String dump();

  /** The same as JSON. */
  String dumpJson();
}
