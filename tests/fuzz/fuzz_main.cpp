// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/targets.h"

#include <cstddef>
#include <cstdint>

// One program per target: TK_FUZZ_TARGET names the function.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    tollkeeper::fuzz::TK_FUZZ_TARGET(
        QByteArrayView(reinterpret_cast<const char *>(bytes), static_cast<qsizetype>(size)));
    return 0;
}
