package dev.weft.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import dev.weft.processor.model.LineMark;
import java.util.List;

/**
 * A generated source file.
 *
 * @param name of the class in it
 * @param text the whole file
 */
public record SourceFile(ClassName name, String text) {
  /** Stands for the table of lines until it can be made. */
  static final String TABLE = "(lines)";

  static SourceFile of(JavaFile file) {
    ClassName name = ClassName.get(file.packageName(), file.typeSpec().name());
    return new SourceFile(name, file.toString());
  }

  /** A file with marks in it: takes them out and writes down what they tell. */
  static SourceFile marked(JavaFile file) {
    SourceFile made = of(file);
    StringBuilder text = new StringBuilder();
    StringBuilder table = new StringBuilder();
    int generated = 1;
    int source = 0;
    for (String line : MemberWriter.withoutShells(List.of(made.text.split("\n", -1)))) {
      int first = line.indexOf(LineMark.OPEN);
      int now = first < 0 ? source : number(line, first);
      source = first < 0 ? source : number(line, line.lastIndexOf(LineMark.OPEN));
      // What stands behind the text of a line is only the indentation of a blank one.
      String plain = LineMark.strip(line).stripTrailing();
      if (line.indexOf(LineMark.ALONE) < 0) {
        note(table, generated, now);
        text.append(plain).append('\n');
        generated++;
      }
    }
    text.setLength(text.length() - 1);
    return new SourceFile(made.name, text.toString().replace(TABLE, table.toString().strip()));
  }

  private static int number(String line, int open) {
    return Integer.parseInt(line.substring(open + 1, line.indexOf(LineMark.CLOSE, open)));
  }

  /** Adds an entry unless the one before says the same. */
  private static void note(StringBuilder table, int generated, int source) {
    String last = table.substring(table.lastIndexOf(":") + 1);
    if (source != 0 && !last.equals(source + " ")) {
      table.append(generated).append(':').append(source).append(' ');
    }
  }
}
