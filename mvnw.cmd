@echo off
rem Runs the Maven pinned in .mvn\wrapper\maven-wrapper.properties; installs it once below %USERPROFILE%\.m2\wrapper.
rem It is downloaded from %MVNW_REPOURL% (the base address of a Maven repository) if that is set, and else by the mvn
rem on the PATH, of whatever version, which knows the machine's repository and its mirrors.
setlocal
for /f "usebackq tokens=1,2 delims==" %%a in ("%~dp0.mvn\wrapper\maven-wrapper.properties") do (
    if "%%a"=="mavenVersion" set "MVNW_VERSION=%%b"
    if "%%a"=="distributionSha256Sum" set "MVNW_SUM=%%b"
)
if "%MAVEN_USER_HOME%"=="" set "MAVEN_USER_HOME=%USERPROFILE%\.m2"
set "MVNW_NAME=apache-maven-%MVNW_VERSION%"
set "MVNW_DISTS=%MAVEN_USER_HOME%\wrapper\dists\%MVNW_NAME%"
set "MVNW_HOME=%MVNW_DISTS%\%MVNW_SUM%"
if exist "%MVNW_HOME%\bin\mvn.cmd" goto run

set "MVNW_WORK=%MVNW_DISTS%\install.%RANDOM%"
set "MVNW_ZIP=%MVNW_WORK%\%MVNW_NAME%-bin.zip"
mkdir "%MVNW_WORK%" || exit /b 1
if not "%MVNW_REPOURL%"=="" (
    curl -fsSL -o "%MVNW_ZIP%" "%MVNW_REPOURL%/org/apache/maven/apache-maven/%MVNW_VERSION%/%MVNW_NAME%-bin.zip" || goto notfetched
    goto verify
)
where mvn >nul 2>nul || goto nomaven
pushd "%MVNW_WORK%"
call mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy "-Dartifact=org.apache.maven:apache-maven:%MVNW_VERSION%:zip:bin" "-DoutputDirectory=%MVNW_WORK%"
if errorlevel 1 (
    popd
    goto notfetched
)
popd

:verify
certutil -hashfile "%MVNW_ZIP%" SHA256 | findstr /i /c:"%MVNW_SUM%" >nul || goto wrongsum
tar -xf "%MVNW_ZIP%" -C "%MVNW_WORK%" || exit /b 1
if not exist "%MVNW_HOME%" move "%MVNW_WORK%\%MVNW_NAME%" "%MVNW_HOME%" >nul
rmdir /s /q "%MVNW_WORK%"

:run
"%MVNW_HOME%\bin\mvn.cmd" %*
exit /b %ERRORLEVEL%

:nomaven
echo mvnw: Maven %MVNW_VERSION% is not installed yet: set MVNW_REPOURL to the base address of your Maven repository, or install any Maven, and run again. 1>&2
goto fail
:notfetched
echo mvnw: cannot download Maven %MVNW_VERSION% 1>&2
goto fail
:wrongsum
echo mvnw: the checksum of %MVNW_NAME%-bin.zip is not the pinned one 1>&2
:fail
rmdir /s /q "%MVNW_WORK%"
exit /b 1
