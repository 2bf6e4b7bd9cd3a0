package dev.weft;

import java.util.List;
import java.util.function.Consumer;

/** A dump for programs. */
final class JsonDump implements RunnerDump.Form {
  /** What is left for the end. */
  private static final int TAIL = 40;

  private final StringBuilder json = new StringBuilder();
  private final DumpLimits limits;
  private boolean isFirst = true;

  JsonDump(DumpLimits limits) {
    this.limits = limits;
  }

  @Override
  public void begin(int live) {
    json.append("{\"live\": ").append(live).append(", \"runners\": [");
  }

  @Override
  public boolean add(RunnerDump runner) {
    int before = json.length();
    json.append(isFirst ? "\n  {" : ",\n  {");
    runner.name().ifPresent(name -> member("name", name).append(", "));
    member("tag", runner.tag()).append(", ");
    member("state", runner.state().name()).append(", ");
    json.append("\"suspensions\": ").append(runner.suspensions()).append(", ");
    json.append("\"ageMillis\": ").append(runner.ageMillis()).append(", ");
    member("executor", runner.executor()).append(", ");
    array("frames", runner.frames(), this::frame);
    json.append('}');
    boolean fits = json.length() + TAIL <= limits.length();
    if (!fits) {
      json.setLength(before);
    }
    isFirst &= !fits;
    return fits;
  }

  private void frame(RunnerDump.FrameDump frame) {
    StackTraceElement place = frame.place();
    json.append('{');
    member("class", place.getClassName()).append(", ");
    member("method", place.getMethodName()).append(", ");
    if (place.getFileName() != null) {
      member("file", place.getFileName()).append(", ");
    }
    json.append("\"line\": ").append(place.getLineNumber()).append(", ");
    array("locals", frame.locals(), this::local);
    json.append('}');
  }

  private void local(RunnerDump.LocalDump local) {
    json.append('{');
    member("name", local.name()).append(", ");
    member("type", local.type()).append(", ");
    member("value", local.value()).append('}');
  }

  private <E> void array(String name, List<E> elements, Consumer<E> writer) {
    string(name).append(": [");
    for (int i = 0; i < elements.size(); i++) {
      json.append(i == 0 ? "" : ", ");
      writer.accept(elements.get(i));
    }
    json.append(']');
  }

  private StringBuilder member(String name, String value) {
    string(name).append(": ");
    return string(value);
  }

  private StringBuilder string(String value) {
    json.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ' || Character.isSurrogate(c) || c == 0x7f) {
        json.append(String.format("\\u%04x", (int) c));
      } else {
        json.append(c);
      }
    }
    return json.append('"');
  }

  @Override
  public String end(int omitted) {
    return json.append("],\n \"omitted\": ").append(omitted).append("}\n").toString();
  }
}
