package dev.weft.processor.model;

import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A piece of generated text and what it does to the locals.
 *
 * @param parts the text: strings, and between them the names of types, which are to be imported
 * @param reads the locals that the text may read
 * @param writes the locals that the text may assign
 */
public record Code(List<Object> parts, Set<Local> reads, Set<Local> writes) {
  public static final Code EMPTY = of("");

  public Code {
    parts = List.copyOf(parts);
    reads = Set.copyOf(reads);
    writes = Set.copyOf(writes);
  }

  /** Text as it is; a {@code $} in it means nothing. */
  public static Code of(String text) {
    return new Code(text.isEmpty() ? List.of() : List.of(text), Set.of(), Set.of());
  }

  /** The value of a local. */
  public static Code read(Local local) {
    return new Code(List.of(local.name()), Set.of(local), Set.of());
  }

  /** Parts in sequence: a {@link String}, {@link TypeName}, {@link Local} (read) or code. */
  public static Code join(Object... parts) {
    Builder builder = new Builder();
    for (Object part : parts) {
      builder.add(part);
    }
    return builder.build();
  }

  /** Parts, as {@link #join} takes them, with a separator between each two. */
  public static Code list(String separator, List<?> parts) {
    Builder builder = new Builder();
    for (int i = 0; i < parts.size(); i++) {
      builder.add(i == 0 ? "" : separator).add(parts.get(i));
    }
    return builder.build();
  }

  public boolean isEmpty() {
    return parts.isEmpty();
  }

  /** Whether it is the name of a local and nothing else. */
  public boolean isLocal() {
    return writes.isEmpty()
        && reads.size() == 1
        && toString().equals(reads.iterator().next().name());
  }

  /** The same text with all lines but the first moved to the right. */
  public Code indented(int spaces) {
    String lineBreak = "\n" + " ".repeat(spaces);
    List<Object> moved =
        parts.stream()
            .map(p -> p instanceof String text ? text.replace("\n", lineBreak) : p)
            .toList();
    return new Code(moved, reads, writes);
  }

  /** The text, with simple names spelled out. */
  @Override
  public String toString() {
    if (parts.size() == 1) {
      return LineMark.strip(parts.get(0).toString());
    }
    StringBuilder text = new StringBuilder();
    parts.forEach(text::append);
    return LineMark.strip(text.toString());
  }

  /** Puts code together piece by piece. */
  public static final class Builder {
    private final List<Object> parts = new ArrayList<>();

    /** The text behind the last type name. */
    private final StringBuilder text = new StringBuilder();

    private final Set<Local> reads = new LinkedHashSet<>();
    private final Set<Local> writes = new LinkedHashSet<>();

    public Builder add(Object part) {
      if (part instanceof Code code) {
        code.parts.forEach(this::append);
        reads.addAll(code.reads);
        writes.addAll(code.writes);
      } else if (part instanceof Local local) {
        text.append(local.name());
        reads.add(local);
      } else {
        append(part);
      }
      return this;
    }

    private void append(Object part) {
      if (part instanceof TypeName) {
        flush();
        parts.add(part);
      } else {
        text.append(part);
      }
    }

    private void flush() {
      if (!text.isEmpty()) {
        parts.add(text.toString());
        text.setLength(0);
      }
    }

    public Builder write(Local local) {
      writes.add(local);
      return this;
    }

    public Builder read(Local local) {
      reads.add(local);
      return this;
    }

    public Code build() {
      flush();
      return new Code(parts, reads, writes);
    }
  }
}
