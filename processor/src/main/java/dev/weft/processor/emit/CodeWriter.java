package dev.weft.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.weft.processor.model.Code;

/** Collects lines of code with their indentation. */
final class CodeWriter {
  private final CodeBlock.Builder code = CodeBlock.builder();

  /** Text that is not in the code yet: JavaPoet takes its time for each piece, however short. */
  private final StringBuilder text = new StringBuilder();

  /** A line of parts: text, types and code. */
  CodeWriter line(Object... parts) {
    for (Object part : parts) {
      add(part);
    }
    text.append('\n');
    return this;
  }

  /** A line that opens a block or a group; what follows is indented. */
  CodeWriter open(Object... parts) {
    line(parts);
    flush().indent();
    return this;
  }

  /** A line that closes a block. */
  CodeWriter close(Object... parts) {
    flush().unindent();
    return line(parts);
  }

  /** A line that closes one block and opens another. */
  CodeWriter between(Object... parts) {
    flush().unindent();
    return open(parts);
  }

  /** Ends a group that has no closing line. */
  CodeWriter end() {
    flush().unindent();
    return this;
  }

  private void add(Object part) {
    if (part instanceof Code piece) {
      piece.parts().forEach(this::add);
    } else if (part instanceof CodeBlock block) {
      flush().add(block);
    } else if (part instanceof TypeName type) {
      flush().add("$T", type);
    } else {
      text.append(part);
    }
  }

  private CodeBlock.Builder flush() {
    if (!text.isEmpty()) {
      code.add("$L", text.toString());
      text.setLength(0);
    }
    return code;
  }

  CodeBlock build() {
    return flush().build();
  }
}
