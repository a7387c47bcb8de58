# Tollkeeper Sans: Inter with tabular digits, because Qt 6.4 cannot switch OpenType features on. Made at build
# time from Debian's fonts-inter with python3-fonttools; Debian's own python is named since another one may come
# first in PATH.
set(TK_PYTHON /usr/bin/python3 CACHE FILEPATH "The python that has fonttools")
set(TK_INTER_DIR /usr/share/fonts/opentype/inter CACHE PATH "Folder with Inter-Regular.otf")

# tk_fonts(target): puts the fonts into the target's resources as qrc:/fonts/TollkeeperSans-*.otf.
function(tk_fonts target)
  foreach(style IN ITEMS Regular Medium SemiBold)
    if(NOT EXISTS ${TK_INTER_DIR}/Inter-${style}.otf)
      message(FATAL_ERROR "Inter-${style}.otf is not in ${TK_INTER_DIR}: install fonts-inter")
    endif()
    list(APPEND made ${CMAKE_BINARY_DIR}/fonts/TollkeeperSans-${style}.otf)
    list(APPEND sources ${TK_INTER_DIR}/Inter-${style}.otf)
  endforeach()
  set(script ${PROJECT_SOURCE_DIR}/resources/fonts/freeze_tabular_digits.py)
  add_custom_command(
    OUTPUT ${made}
    COMMAND ${TK_PYTHON} ${script} ${CMAKE_BINARY_DIR}/fonts ${TK_INTER_DIR}
    DEPENDS ${script} ${sources}
    COMMENT "Making Tollkeeper Sans"
    VERBATIM)
  qt_add_resources(${target} ${target}_fonts PREFIX /fonts BASE ${CMAKE_BINARY_DIR}/fonts FILES ${made})
endfunction()
