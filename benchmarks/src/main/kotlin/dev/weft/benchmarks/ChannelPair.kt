package dev.weft.benchmarks

import java.util.concurrent.Executor
import kotlinx.coroutines.asCoroutineDispatcher
import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking

/** A coroutine that echoes, and one that asks it, over a pair of channels. */
object ChannelPair {
  @JvmStatic
  fun talk(executor: Executor, rounds: Int): Any {
    val answers = Channel<Any>()
    val questions = Channel<Any>()
    runBlocking(executor.asCoroutineDispatcher()) {
      launch { repeat(rounds) { questions.send(answers.receive()) } }
      repeat(rounds) {
        answers.send("x")
        questions.receive()
      }
    }
    return questions
  }
}
