package dev.weft.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.palantir.javapoet.JavaFile;
import dev.weft.annotations.Comp;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lombok beside Weft, on whichever side. */
class LombokTest {
  /** Which of the two comes first on the processor path. */
  enum Order {
    LOMBOK_FIRST,
    WEFT_FIRST;

    Compiler compiler() {
      Stream<File> weft =
          Stream.of(Comp.class, WeftProcessor.class, JavaFile.class).map(Compiling::place);
      Stream<File> lombok = Stream.of(LOMBOK);
      Stream<File> path =
          this == LOMBOK_FIRST ? Stream.concat(lombok, weft) : Stream.concat(weft, lombok);
      List<File> classPath =
          Stream.concat(Compiling.classPath().stream(), Stream.of(LOMBOK)).toList();
      URL[] urls = path.map(Order::url).toArray(URL[]::new);
      ClassLoader loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
      return Compiling.plainJavac()
          .withClasspath(classPath)
          .withProcessors(ServiceLoader.load(Processor.class, loader));
    }

    private static URL url(File file) {
      try {
        return file.toURI().toURL();
      } catch (MalformedURLException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** Not on the class path of the tests, where every compilation would find it. */
  private static final File LOMBOK = new File(System.getProperty("lombok"));

  private static final String USER =
      """
      @lombok.Data
      class User {
        private final String name;
        private int age;
      }
      """;

  @ParameterizedTest
  @EnumSource
  void mayAddMembersToWhatABodyUses(Order order) {
    assertStepper(
        order,
        "self.setSold(self.getSold() + 1);",
        """
        package p;

        import dev.weft.Yield;
        import dev.weft.annotations.Comp;
        import lombok.Data;
        import lombok.extern.java.Log;

        @Data
        @Log
        class T {
          private final String owner;
          private int sold;

          @Comp
          String m(User user) {
            user.setAge(user.getAge() + Yield.<Integer>yield(user.getName()));
            setSold(getSold() + 1);
            log.info(owner);
            return Yield.yield(this);
          }
        }
        """);
  }

  @ParameterizedTest
  @EnumSource
  void mayMakeATypeOfASignature(Order order) {
    assertStepper(
        order,
        "given.title(answer(x, 1, String.class)).build()",
        """
        class T {
          @lombok.Builder
          record Item(String title) {}

          @Comp
          static Item m(Item.ItemBuilder given) {
            return given.title(Yield.yield("title")).build();
          }
        }
        """);
  }

  @ParameterizedTest
  @EnumSource
  void mayInferTheTypesOfVariables(Order order) {
    assertStepper(
        order,
        "List<String> kept",
        """
        package p;

        import dev.weft.Yield;
        import dev.weft.annotations.Comp;
        import java.util.ArrayList;
        import lombok.val;

        class T {
          @Comp
          static int m(User user) {
            val kept = new ArrayList<String>();
            kept.add(Yield.<String>yield("a"));
            for (val each : kept) {
              Yield.yield(each);
            }
            for (val each : kept) {
              val length = each.length();
              kept.set(0, each + length);
            }
            return kept.size();
          }
        }
        """);
  }

  @ParameterizedTest
  @EnumSource
  void mayLetExceptionsPass(Order order) {
    assertStepper(
        order,
        "throw new Exception(\"no\")",
        """
        class T {
          @Comp
          @lombok.SneakyThrows
          static int m(int n) {
            if (Yield.<Boolean>yield(n)) {
              throw new Exception("no");
            }
            return n;
          }
        }
        """);
  }

  @ParameterizedTest
  @EnumSource
  void mayChangeAClassWhosePrivateTypesAreUsed(Order order) {
    assertThat(
            Compiling.messages(
                compile(
                    order,
                    """
                    @lombok.Getter
                    class T {
                      private int n;

                      @lombok.Value
                      private static class Hidden {
                        int n;
                      }

                      @Comp
                      int m(User user) {
                        Hidden hidden = new Hidden(Yield.yield(user.getName()));
                        Yield.yield("b");
                        return hidden.getN() + getN();
                      }
                    }
                    """)))
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void leavesTheUsersErrorsToJavac(Order order) {
    assertThat(
            Compiling.messages(
                compile(
                    order,
                    """
                    class T {
                      @Comp
                      static String m(User user) {
                        return user.getMissing() + Yield.<String>yield("a");
                      }
                    }
                    """)))
        .filteredOn(m -> m.contains("error"))
        .singleElement()
        .asString()
        .startsWith("T.java:5:")
        .contains("cannot find symbol");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@lombok.Synchronized @Comp void m(String s) { Yield.yield(s); }",
        "@lombok.Locked @Comp void m(String s) { Yield.yield(s); }",
        "@Comp void m(@lombok.NonNull String s) { Yield.yield(s); }",
        "@Comp void m(java.io.Reader s) throws Exception { @lombok.Cleanup var r = s; Yield.yield(r); }",
        "@Comp void m(String s) { class L { @lombok.Getter int n; } Yield.yield(s); }",
        "@lombok.experimental.UtilityClass class U { @Comp void m(String s) { Yield.yield(s); } }",
      })
  void isRefusedWhereItChangesAMethodItself(String member) {
    for (Order order : Order.values()) {
      assertThat(Compiling.messages(compile(order, "class T {\n  " + member + "\n}\n")))
          .filteredOn(m -> m.contains("weft:"))
          .singleElement()
          .asString()
          .startsWith("T.java:3:")
          .contains("error: [" + Problem.LOMBOK.tag() + "]", "the @Comp method m:");
    }
  }

  @Test
  void isNoMatterWhereItIsAbsent() {
    assertThat(Compiling.messages(Compiling.compile("class T { /* lombok */ @Comp void m() {} }")))
        .isEmpty();
  }

  private static void assertStepper(Order order, String part, String source) {
    Compilation compilation = compile(order, source);
    assertThat(String.join("\n", Compiling.messages(compilation))).isEmpty();
    assertThat(Compiling.generated(compilation, "T_m_Stepper")).contains(part);
  }

  private static Compilation compile(Order order, String source) {
    return Compiling.compile(order.compiler(), source, USER);
  }
}
