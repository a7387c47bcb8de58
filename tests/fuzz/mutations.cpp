// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/targets.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QRandomGenerator>

#include <cstdio>
#include <cstring>
#include <signal.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype MostBytes = 4096;

struct Target {
    const char *name;
    void (*check)(QByteArrayView bytes);
};
constexpr Target Targets[]{
    {"sse", fuzz::sse}, {"answer", fuzz::answer}, {"capture", fuzz::capture}, {"redaction", fuzz::redaction}};

//! What the readers look for.
const QByteArrayList Words{"data: ", "data:", "event: ", "event: error\n", "id: ", ": ", "\n", "\n\n", "\r\n",
    "\r\n\r\n", "\r", "\xef\xbb\xbf", "[DONE]", "{", "}", "[", "]", "\"", "\\", "\\\"", "\\u00", "\\ud83c",
    "\":\"", "\",\"", "null", "true", "-1", "1e999", "9007199254740993", "{\"choices\":[", "\"content\":\"",
    "\"delta\":", "\"text\":\"", "\"error\":", "\"message\":", "\"code\":", "\"metadata\":", "\"raw\":",
    "\"usage\":", "\"attempts\":", "\"type\":\"error\"", "HTTP/1.1 ", "HTTP/2 200", " 429 ",
    "retry-after: ", "x-request-id: ", "Bearer ", "token=", "api_key: ", "sk-", "user_id", "user_", "eyJ",
    "hf_", "AKIA", "AIza", "\\\"user_id\\\":\\\"", "\\nsk-", "-----BEGIN PRIVATE KEY-----", "%20",
    "secret=", "try again in 1m", "\xc3\xbc", "\xf0\x9f\x8c\x8d", "\xff"};

class Mutator {
public:
    Mutator(QByteArrayList corpus, quint32 seed) : m_corpus(std::move(corpus)), m_chance(seed) { }

    [[nodiscard]] QByteArray next()
    {
        auto bytes = any(m_corpus);
        for (int i = m_chance.bounded(8); i >= 0; --i)
            change(bytes);
        return bytes.left(MostBytes);
    }

private:
    [[nodiscard]] QByteArray any(const QByteArrayList &list)
    {
        return list.at(m_chance.bounded(list.size()));
    }
    [[nodiscard]] qsizetype place(const QByteArray &bytes) { return m_chance.bounded(bytes.size() + 1); }

    void change(QByteArray &bytes)
    {
        const auto at = place(bytes);
        const auto size = std::min<qsizetype>(m_chance.bounded(1, 32), bytes.size() - at);
        switch (m_chance.bounded(8)) {
        case 0: // one bit
            if (at < bytes.size())
                bytes[at] = static_cast<char>(bytes.at(at) ^ (1 << m_chance.bounded(8)));
            return;
        case 1:
            if (at < bytes.size())
                bytes[at] = static_cast<char>(m_chance.bounded(256));
            return;
        case 2:
            bytes.insert(at, any(Words));
            return;
        case 3:
            bytes.replace(at, size, any(Words));
            return;
        case 4:
            bytes.remove(at, size);
            return;
        case 5: // a piece again, elsewhere
            bytes.insert(place(bytes), bytes.mid(at, m_chance.bounded(1, 200)));
            return;
        case 6: { // the end of another one
            const auto other = any(m_corpus);
            bytes = bytes.left(at) + other.mid(place(other));
            return;
        }
        default: // the first bytes choose what the rest is read as
            for (qsizetype i = 0; i < std::min<qsizetype>(2, bytes.size()); ++i)
                bytes[i] = static_cast<char>(m_chance.bounded(256));
        }
    }

    QByteArrayList m_corpus;
    QRandomGenerator m_chance;
};

//! The input that is being tried, where the process that watches can see it whatever becomes of the other.
struct Tried {
    qint64 runs;
    qsizetype size;
    char bytes[MostBytes];
};

void tryMany(const Target &target, Mutator &mutator, int seconds, Tried &tried)
{
    QElapsedTimer watch;
    for (watch.start(); watch.elapsed() < seconds * 1000LL; ++tried.runs) {
        const auto bytes = mutator.next();
        std::memcpy(tried.bytes, bytes.constData(), static_cast<std::size_t>(bytes.size()));
        tried.size = bytes.size();
        ::alarm(20); // an input that takes so long hangs
        target.check(bytes);
    }
}

QByteArrayList corpusOf(const char *target)
{
    QByteArrayList corpus;
    QDirIterator files(QStringLiteral(TK_FUZZ_CORPUS) + u'/' + QString::fromLatin1(target), QDir::Files);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly))
            corpus.append(file.readAll());
    }
    if (corpus.isEmpty())
        qFatal("no corpus");
    return corpus;
}

} // namespace

//! fuzz_mutations TARGET SECONDS [SEED]: changes the kept inputs at random and looks whether everything still
//! holds. Blind to what code it reaches, so no fuzzer, but any compiler builds it; tests/fuzz/run.sh has the
//! real ones. An input that breaks something is written to the working directory.
int main(int argc, char **argv)
{
    const auto *target = std::find_if(std::begin(Targets), std::end(Targets),
        [&](const Target &one) { return argc > 2 && qstrcmp(one.name, argv[1]) == 0; });
    if (target == std::end(Targets)) {
        std::fputs("fuzz_mutations TARGET SECONDS [SEED]\n", stderr);
        return 2;
    }
    const auto seed = argc > 3 ? QByteArray(argv[3]).toUInt() : QRandomGenerator::system()->generate();
    auto *tried = static_cast<Tried *>(
        ::mmap(nullptr, sizeof(Tried), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0));
    if (tried == MAP_FAILED)
        qFatal("no memory");
    const auto child = ::fork();
    if (child == 0) {
        Mutator mutator(corpusOf(target->name), seed);
        tryMany(*target, mutator, QByteArray(argv[2]).toInt(), *tried);
        return 0;
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    std::printf("%s: %lld inputs, seed %u\n", target->name, static_cast<long long>(tried->runs), seed);
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
        return 0;
    const auto path = QStringLiteral("found-%1-%2").arg(QString::fromLatin1(target->name)).arg(seed);
    QFile file(path);
    if (file.open(QIODevice::WriteOnly))
        file.write(tried->bytes, tried->size);
    std::printf("the last of them broke something: %s; keep it in tests/fuzz/corpus/%s\n", qPrintable(path),
        target->name);
    return 1;
}
