// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/once_body.h"

#include <algorithm>

namespace tollkeeper {

OnceBody::OnceBody(QByteArray body, QObject *parent) : QIODevice(parent), m_body(std::move(body))
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qint64 OnceBody::bytesAvailable() const
{
    return m_body.size() - m_sent + QIODevice::bytesAvailable();
}

qint64 OnceBody::readData(char *data, qint64 maxSize)
{
    const auto count = std::min<qint64>(maxSize, m_body.size() - m_sent);
    if (count <= 0)
        return atEnd() ? -1 : 0;
    std::copy_n(m_body.constData() + m_sent, count, data);
    m_sent += count;
    return count;
}

qint64 OnceBody::writeData(const char * /*data*/, qint64 /*maxSize*/)
{
    return -1;
}

} // namespace tollkeeper
