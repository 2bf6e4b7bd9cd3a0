package dev.weft.processor.model;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A piece of generated text and what it does to the locals.
 *
 * @param text the text, with type names to be imported
 * @param reads the locals that the text may read
 * @param writes the locals that the text may assign
 */
public record Code(CodeBlock text, Set<Local> reads, Set<Local> writes) {
  public static final Code EMPTY = of("");

  public Code {
    reads = Set.copyOf(reads);
    writes = Set.copyOf(writes);
  }

  /** Text as it is; a {@code $} in it means nothing. */
  public static Code of(String text) {
    return new Code(CodeBlock.of("$L", text), Set.of(), Set.of());
  }

  /** The value of a local. */
  public static Code read(Local local) {
    return new Code(CodeBlock.of("$L", local.name()), Set.of(local), Set.of());
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
    return text.isEmpty() || text.toString().isEmpty();
  }

  /** The text, with simple names spelled out. */
  @Override
  public String toString() {
    return LineMark.strip(text.toString());
  }

  /** Puts code together piece by piece. */
  public static final class Builder {
    private final CodeBlock.Builder text = CodeBlock.builder();
    private final Set<Local> reads = new LinkedHashSet<>();
    private final Set<Local> writes = new LinkedHashSet<>();

    public Builder add(Object part) {
      if (part instanceof Code code) {
        text.add(code.text);
        reads.addAll(code.reads);
        writes.addAll(code.writes);
      } else if (part instanceof Local local) {
        text.add("$L", local.name());
        reads.add(local);
      } else if (part instanceof TypeName type) {
        text.add("$T", type);
      } else {
        text.add("$L", part);
      }
      return this;
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
      return new Code(text.build(), reads, writes);
    }
  }
}
