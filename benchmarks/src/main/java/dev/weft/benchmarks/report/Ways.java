package dev.weft.benchmarks.report;

import java.util.Map;

/** What the ways are called in the report. */
final class Ways {
  private static final Map<String, String> LABELS =
      Map.ofEntries(
          Map.entry("frames", "**Weft**, frames alone"),
          Map.entry("framesUnderHandlers", "**Weft**, under two handlers"),
          Map.entry("frames30", "**Weft**, 30 places"),
          Map.entry("frames250", "**Weft**, 250 places"),
          Map.entry("weft", "**Weft**"),
          Map.entry("weftWithRunner", "**Weft**, with its runner"),
          Map.entry("byHand", "by hand"),
          Map.entry("byHandIterator", "by hand, as an iterator"),
          Map.entry("byHandInlined", "by hand, merged by the JIT"),
          Map.entry("byHandUnboxed", "by hand, bare `int`"),
          Map.entry("byHandWithSteps", "by hand, with step objects"),
          Map.entry("byHandGuarded", "by hand, with step objects and a guard"),
          Map.entry("iterator", "`java.util.Iterator`"),
          Map.entry("plain", "without pauses"),
          Map.entry("kotlinSequence", "Kotlin `sequence`"),
          Map.entry("kotlinRaw", "Kotlin, bare intrinsics"),
          Map.entry("kotlinRaw30", "Kotlin, bare, 30 places"),
          Map.entry("kotlinRaw250", "Kotlin, bare, 250 places"),
          Map.entry("kotlinChannels", "Kotlin, a pair of channels"),
          Map.entry("kotlinAsk", "Kotlin, element of the context"),
          Map.entry("kotlinAskBesideAnother", "Kotlin, one of two elements"),
          Map.entry("kotlinModify", "Kotlin, variable in an element"),
          Map.entry("javaflow", "JavaFlow (rewritten class files)"),
          Map.entry("loom", "JDK's internal continuation"),
          Map.entry("virtualThread", "a parked virtual thread"),
          Map.entry("virtualThreads", "two virtual threads"),
          Map.entry("threadsWithQueues", "two threads, two queues"),
          Map.entry("runners", "**Weft**, runners"),
          Map.entry("lambdas", "a lambda for each resume"),
          Map.entry("runnerAnswersItself", "**Weft**, answered from its callback"),
          Map.entry("lambdaAnswersItself", "a lambda for each resume"),
          Map.entry("runnersAnswerEachOther", "**Weft**, two that answer each other"),
          Map.entry("lambdasAnswerEachOther", "lambdas, two that answer each other"),
          Map.entry("fieldRead", "a field read"),
          Map.entry("fieldModified", "a field modified"),
          Map.entry("ask", "`Reader.ask`"),
          Map.entry("askFarAway", "`Reader.ask` past three handlers"),
          Map.entry("modify", "`State.modify`"),
          Map.entry("askAndModify", "the two in turn"),
          Map.entry("ownEffect", "an effect of one's own"));

  private Ways() {}

  static String label(String way) {
    return LABELS.getOrDefault(way, way);
  }
}
