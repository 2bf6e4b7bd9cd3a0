package dev.weft.processor;

import com.sun.source.tree.MethodTree;
import dev.weft.processor.attribution.IsolatedCompiler;
import dev.weft.processor.emit.SourceFile;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * What has been generated for one unit of the user's.
 *
 * @param unit the user's file
 * @param opened its text, as if private types were visible in their package
 * @param steppers with the methods that they are made from
 * @param files all that was generated
 * @param namesPrivateTypes whether javac can't compile the files
 */
record UnitFiles(
    JavaFileObject unit,
    Supplier<String> opened,
    Map<SourceFile, MethodTree> steppers,
    List<SourceFile> files,
    boolean namesPrivateTypes) {

  /** The length of a source above which a stepper may be too large for a class file. */
  private static final int LARGE = 50_000;

  /** Whether the files have to be compiled before they can be written. */
  boolean needsCompiling() {
    return namesPrivateTypes || files.stream().anyMatch(f -> f.text().length() > LARGE);
  }

  /** Whether there are errors in the files themselves. */
  boolean isAtFault(IsolatedCompiler.Compiled compiled) {
    return files.stream().anyMatch(f -> !errorsIn(f, compiled).isEmpty());
  }

  /** What is wrong in one of the files. */
  static List<Diagnostic<? extends JavaFileObject>> errorsIn(
      SourceFile file, IsolatedCompiler.Compiled compiled) {
    String path = "/" + file.name().canonicalName().replace('.', '/') + ".java";
    return compiled.errors().stream()
        .<Diagnostic<? extends JavaFileObject>>map(e -> e)
        .filter(e -> e.getSource() != null && e.getSource().getName().endsWith(path))
        .toList();
  }

  /** The qualified names of the files. */
  Stream<String> names() {
    return files.stream().map(f -> f.name().canonicalName());
  }
}
