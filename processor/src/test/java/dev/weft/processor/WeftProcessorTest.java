package dev.weft.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static com.google.testing.compile.Compiler.javac;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import org.junit.jupiter.api.Test;

class WeftProcessorTest {
  @Test
  void leavesAClassWithoutComputationsAlone() {
    Compilation compilation =
        javac()
            .withProcessors(new WeftProcessor())
            .compile(JavaFileObjects.forSourceLines("p.Plain", "package p;", "class Plain {}"));

    assertThat(compilation).succeededWithoutWarnings();
  }
}
