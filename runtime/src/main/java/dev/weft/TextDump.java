package dev.weft;

import java.util.Locale;

/** A dump for people, in the style of a thread dump. */
final class TextDump implements RunnerDump.Form {
  /** What is left for the last line. */
  private static final int LAST_LINE = 80;

  private final StringBuilder text = new StringBuilder();
  private final DumpLimits limits;

  TextDump(DumpLimits limits) {
    this.limits = limits;
  }

  @Override
  public void begin(int live) {
    text.append("Weft runners: ").append(live).append(" live\n");
  }

  @Override
  public boolean add(RunnerDump runner) {
    int before = text.length();
    head(runner);
    for (RunnerDump.FrameDump frame : runner.frames()) {
      text.append("    at ").append(frame.place()).append('\n');
      for (RunnerDump.LocalDump local : frame.locals()) {
        text.append("        ").append(local.type()).append(' ').append(local.name());
        text.append(" = ").append(oneLine(local.value())).append('\n');
      }
    }
    boolean fits = text.length() + LAST_LINE <= limits.length();
    if (!fits) {
      text.setLength(before);
    }
    return fits;
  }

  private void head(RunnerDump runner) {
    text.append("\n\"").append(oneLine(runner.tag())).append('"');
    runner.name().ifPresent(name -> text.append(" (").append(oneLine(name)).append(')'));
    text.append(' ').append(runner.state());
    text.append(" suspensions=").append(runner.suspensions());
    text.append(String.format(Locale.ROOT, " age=%.3fs", runner.ageMillis() / 1000.0));
    text.append(" executor=").append(runner.executor()).append('\n');
  }

  private static String oneLine(String value) {
    StringBuilder line = new StringBuilder(value.length());
    value.codePoints().map(c -> Character.isISOControl(c) ? ' ' : c).forEach(line::appendCodePoint);
    return line.toString();
  }

  @Override
  public String end(int omitted) {
    if (omitted > 0) {
      text.append("\n… and ").append(omitted).append(" more\n");
    }
    return text.toString();
  }
}
