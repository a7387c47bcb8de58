# One static library per folder of src. What a folder links is read from src/layers.txt, the same
# table that tests/arch/layers.py holds every #include against.

# GCC 12 sees uninitialised use inside std::optional where there is none as soon as it optimises.
add_compile_options(-Wall -Wextra -Wpedantic -Wshadow -Werror -Wno-maybe-uninitialized)
add_compile_definitions(
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_CAST_FROM_BYTEARRAY
  QT_NO_KEYWORDS QT_NO_FOREACH QT_STRICT_ITERATORS QT_NO_NARROWING_CONVERSIONS_IN_CONNECT)
if(TK_SANITIZE)
  add_compile_options(-fsanitize=address,undefined -fno-omit-frame-pointer -fno-sanitize-recover=undefined)
  add_link_options(-fsanitize=address,undefined)
endif()
if(TK_FUZZ) # clang, whose warnings are not ours to follow
  add_compile_options(-Wno-error -Wno-everything -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=undefined)
  add_link_options(-fsanitize=address,undefined)
endif()

# What nearly every file includes is read once: two fifths of the time a file takes. GCC only: clang, and whoever reads
# another compiler's commands, take the headers as they are.
option(TK_PRECOMPILED "Precompile common headers" ON)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND TK_PRECOMPILED)
  file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/precompiled.cpp CONTENT "// One file, so that the headers have a target.\n")
  add_library(tk_precompiled STATIC ${CMAKE_BINARY_DIR}/precompiled.cpp)
  target_link_libraries(tk_precompiled PRIVATE Qt6::Core QCoro::Core)
  set_target_properties(tk_precompiled PROPERTIES AUTOMOC OFF)
  target_precompile_headers(tk_precompiled PRIVATE ${CMAKE_CURRENT_LIST_DIR}/precompiled.h)
endif()
function(tk_precompile target)
  if(TARGET tk_precompiled)
    target_precompile_headers(${target} REUSE_FROM tk_precompiled)
  endif()
endfunction()

function(tk_layer_uses name out)
  file(STRINGS ${PROJECT_SOURCE_DIR}/src/layers.txt line REGEX "^${name}:")
  string(REGEX REPLACE "^${name}: *" "" line "${line}")
  string(REPLACE " " ";" folders "${line}")
  set(targets "")
  foreach(folder IN LISTS folders)
    if(TARGET tk_${folder} AND NOT folder MATCHES "/")
      list(APPEND targets tk_${folder})
    endif()
  endforeach()
  set(${out} "${targets}" PARENT_SCOPE)
endfunction()

# tk_layer(name SOURCES … LIBRARIES …): LIBRARIES are foreign ones only.
function(tk_layer name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LIBRARIES" ${ARGN})
  add_library(tk_${name} STATIC ${ARG_SOURCES})
  target_include_directories(tk_${name} PUBLIC ${PROJECT_SOURCE_DIR}/src)
  tk_layer_uses(${name} uses)
  target_link_libraries(tk_${name} PUBLIC ${uses} ${ARG_LIBRARIES})
  tk_precompile(tk_${name})
endfunction()

# tk_program(name FOLDER folder SOURCES … LIBRARIES …)
function(tk_program name)
  cmake_parse_arguments(ARG "" "FOLDER" "SOURCES;LIBRARIES" ${ARGN})
  qt_add_executable(${name} ${ARG_SOURCES})
  target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR}/src)
  tk_layer_uses(${ARG_FOLDER} uses)
  target_link_libraries(${name} PRIVATE ${uses} ${ARG_LIBRARIES})
  target_compile_definitions(${name} PRIVATE TK_VERSION="${PROJECT_VERSION}")
  tk_precompile(${name})
endfunction()

# A test includes what moc makes of it. AUTOMOC would scan each of them by a program run of its own, and compile an
# empty file for it: minutes over all tests.
function(tk_moc_of_test name path)
  set(made ${CMAKE_CURRENT_BINARY_DIR}/${name}.moc)
  set_target_properties(${name} PROPERTIES AUTOMOC OFF)
  qt_generate_moc(${CMAKE_CURRENT_SOURCE_DIR}/${path} ${made} TARGET ${name})
  set_source_files_properties(${path} PROPERTIES OBJECT_DEPENDS ${made})
  target_include_directories(${name} PRIVATE ${CMAKE_CURRENT_BINARY_DIR})
endfunction()

# tk_test(file.cpp USES tk_… ENVIRONMENT …): a Qt Test program named after its file.
function(tk_test path)
  cmake_parse_arguments(ARG "" "" "USES;ENVIRONMENT;LABELS" ${ARGN})
  get_filename_component(name ${path} NAME_WE)
  add_executable(${name} ${path})
  target_link_libraries(${name} PRIVATE Qt6::Test ${ARG_USES})
  target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR}/tests ${PROJECT_SOURCE_DIR}/src)
  target_compile_definitions(${name} PRIVATE TK_BIN_DIR="${CMAKE_RUNTIME_OUTPUT_DIRECTORY}")
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
  tk_moc_of_test(${name} ${path})
  tk_precompile(${name})
  add_test(NAME ${name} COMMAND ${name})
  set_tests_properties(${name} PROPERTIES
    TIMEOUT 300 LABELS "${ARG_LABELS}"
    ENVIRONMENT "QT_QPA_PLATFORM=offscreen;TZ=Pacific/Auckland;LC_ALL=C.UTF-8;${ARG_ENVIRONMENT}")
endfunction()
